import { expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { accountTroubles } from "./check-account.ts";
import { configTroubles, type DeployConfig } from "./check-config.ts";
import { webhookTroubles } from "./check-retell.ts";
import { rollOut } from "./roll-out.ts";

const READY: DeployConfig = {
  name: "nightdesk-production",
  workers_dev: false,
  preview_urls: false,
  routes: [{ pattern: "desk.shuttles.test" }],
  vars: {
    PUBLIC_URL: "https://desk.shuttles.test",
    MAIL_FROM: "desk@shuttles.test",
    MAIL_PROVIDER: "resend",
    RETELL_API_URL: "https://api.retellai.com",
    LEGACY_CALLS: "owner",
  },
  d1_databases: [{ database_id: "6f0f7ab2-5a43-4d8e-9d6b-0d4b7f3a8c01" }],
  kv_namespaces: [{ id: "0123456789abcdef0123456789abcdef" }],
  r2_buckets: [{ bucket_name: "archive" }],
  queues: { producers: [{ queue: "jobs" }], consumers: [{ queue: "jobs" }, { queue: "jobs-dead" }] },
};

it("finds nothing wrong with a finished configuration", () => {
  expect(configTroubles(READY)).toEqual([]);
});

it.each<[string, Partial<DeployConfig>, string]>([
  [
    "a placeholder for the database",
    { d1_databases: [{ database_id: "00000000-0000-0000-0000-000000000000" }] },
    "database",
  ],
  ["a placeholder for KV", { kv_namespaces: [{ id: "0".repeat(32) }] }, "KV"],
  ["no database at all", { d1_databases: [] }, "database"],
  ["an example's address", { vars: { ...READY.vars, PUBLIC_URL: "https://nightdesk.example" } }, "PUBLIC_URL"],
  ["an example's sender", { vars: { ...READY.vars, MAIL_FROM: "desk@nightdesk.example" } }, "MAIL_FROM"],
  ["another address than is served", { routes: [{ pattern: "other.shuttles.test" }] }, "desk.shuttles.test"],
  ["a second address", { workers_dev: true }, "workers_dev"],
  ["addresses for versions", { preview_urls: undefined }, "preview_urls"],
  ["the emulator", { vars: { ...READY.vars, RETELL_API_URL: "http://127.0.0.1:8788" } }, "RETELL_API_URL"],
  ["unfiltered calls", { vars: { ...READY.vars, LEGACY_CALLS: "unfiltered" } }, "LEGACY_CALLS"],
])("refuses %s", (_, change, named) => {
  expect(configTroubles({ ...READY, ...change }).join()).toContain(named);
});

it.each(["staging", "production"])("this repository's %s lacks ids and addresses, and nothing else", (env) => {
  const troubles = configTroubles(readConfig({ config: "wrangler.toml", env }));
  expect(troubles.map((one) => one.replace(/:.*/, ""))).toEqual([
    "Put the id of the database into wrangler.toml.",
    "Put the id of the KV namespace into wrangler.toml.",
    "PUBLIC_URL is still a placeholder",
    "MAIL_FROM is still a placeholder",
  ]);
});

const SECRETS = ["RETELL_API_KEY", "BETTER_AUTH_SECRET", "KEK_CURRENT", "KEK_2026a", "RESEND_API_KEY"];
const listed = (names: string[]) => JSON.stringify(names.map((name) => ({ name, type: "secret_text" })));

function account(secrets = SECRETS, migrations = "✅ No migrations to apply!", missing = "") {
  return async (words: string[]) => {
    if (words[0] === "secret") return listed(secrets);
    if (words[0] === "d1") return migrations;
    if (words.includes(missing)) throw new Error("not found");
    return "";
  };
}

it("finds nothing missing in an account where everything is", async () => {
  expect(await accountTroubles(READY, account())).toEqual([]);
});

it.each([...SECRETS])("names the secret %s when it is not set", async (name) => {
  const troubles = await accountTroubles(READY, account(SECRETS.filter((one) => one !== name)));
  expect(troubles).toEqual([expect.stringContaining(name === "KEK_2026a" ? "KEK_<kid>" : name)]);
});

it("names migrations that were not applied, and queues and buckets that do not exist", async () => {
  expect(await accountTroubles(READY, account(SECRETS, "0021_counted_look_ups.sql"))).toHaveLength(1);
  expect(await accountTroubles(READY, account(SECRETS, undefined, "jobs-dead"))).toEqual(["jobs-dead does not exist."]);
  expect(await accountTroubles(READY, account(SECRETS, undefined, "archive"))).toEqual(["archive does not exist."]);
});

it("names numbers at Retell that call another deployment, and no others", () => {
  const numbers = [
    { phone_number: "+15205550100", inbound_webhook_url: "https://desk.shuttles.test/retell/inbound-webhook" },
    { phone_number: "+15205550101", inbound_webhook_url: "https://old.shuttles.test/retell/inbound-webhook" },
    { phone_number: "+15205550102", inbound_webhook_url: "https://somebody.test/hook" },
    { phone_number: "+15205550103", inbound_webhook_url: null },
  ];
  const troubles = webhookTroubles(numbers, "https://desk.shuttles.test");
  expect(troubles).toEqual([expect.stringContaining("+15205550101")]);
});

const [OLD, NEW] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];

/** A deployment of which `/healthz` is well that many times, and in which a command with `failing` fails. */
async function deployed({ wellFor = Number.POSITIVE_INFINITY, failing = "nothing" } = {}) {
  const shares: string[] = [];
  let [asked, waited] = [0, 0];
  const done = await rollOut({
    run: async (words) => {
      const command = words.join(" ");
      if (command.includes(failing)) throw new Error(`${command} failed`);
      if (words[1] === "deploy")
        shares.push(
          words
            .filter((word) => word.includes("@"))
            .join(" ")
            .replaceAll(OLD, "old")
            .replaceAll(NEW, "new"),
        );
      if (words[0] === "deployments") return JSON.stringify({ versions: [{ version_id: OLD, percentage: 100 }] });
      return `Worker Version ID: ${NEW}`;
    },
    isWell: async () => asked++ < wellFor,
    wait: async () => void waited++,
    say: () => undefined,
  });
  return { done, shares: shares.filter(Boolean), waited };
}

it("gives a version that is well all of the traffic, in three steps", async () => {
  expect(await deployed()).toEqual({
    done: true,
    shares: ["new@10% old@90%", "new@50% old@50%", "new@100%"],
    waited: 3,
  });
});

it.each([
  [0, ["new@10% old@90%", "old@100%"]],
  [7, ["new@10% old@90%", "new@50% old@50%", "old@100%"]],
  [14, ["new@10% old@90%", "new@50% old@50%", "new@100%", "old@100%"]],
])(
  "gives the version before everything back when the new one is no longer well after %i questions",
  async (wellFor, shares) => {
    expect(await deployed({ wellFor })).toMatchObject({ done: false, shares });
  },
);

it("goes back when a step fails at Cloudflare", async () => {
  expect(await deployed({ failing: `${NEW}@50%` })).toMatchObject({
    done: false,
    shares: ["new@10% old@90%", "old@100%"],
  });
  expect(await deployed({ failing: "triggers" })).toMatchObject({
    done: false,
    shares: expect.arrayContaining(["old@100%"]),
  });
});
