import { env } from "cloudflare:test";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Bindings } from "../env.ts";
import { job } from "../jobs/job.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { fromRetell, ring, send } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { CANARIES, canaryBindings, everythingStored, listener, listenToLog } from "../testing/canaries.ts";
import { everyRoute, requestsTo } from "../testing/every-request.ts";
import { failingDatabase } from "../testing/failing-database.ts";
import {
  archiveAll,
  type Browser,
  browser,
  CITY,
  deliver,
  runSweep,
  seededAccounts,
  signedIn,
} from "../testing/operator.ts";
import { unzip } from "../testing/unzip.ts";
import { opened, vault } from "../testing/vault.ts";

// Every secret is a canary here. Every route is asked, rightly and wrongly, every job is run, and nothing that comes out
// of the Worker or is stored by it may sing. Routes and jobs are read from the code: a new one is asked as well.

const HOSTILE_BODIES: unknown[] = [
  { sip_password: CANARIES.SIP_PASSWORD },
  {
    phone_number: CANARIES.SIP_PASSWORD,
    sip_password: { text: CANARIES.SIP_PASSWORD },
    sip_username: [CANARIES.SIP_PASSWORD],
    [CANARIES.SIP_PASSWORD]: true,
  },
  `{"sip_password":"${CANARIES.SIP_PASSWORD}",`,
  {},
];
/** Two files: `a.txt` stored, `b.txt` deflated. */
const SMALL_ZIP =
  "UEsDBBQAAAAAAAAAIVw6KkLPDAAAAAwAAAAFAAAAYS50eHRzdG9yZWQgd29yZHNQSwMEFAAAAAgAAAAhXJFX3QQUAAAAWgAAAAUAAABiLnR4dEtJTctJLElNUSjPL0opVkihHhcAUEsBAhQDFAAAAAAAAAAhXDoqQs8MAAAADAAAAAUAAAAAAAAAAAAAAIABAAAAAGEudHh0UEsBAhQDFAAAAAgAAAAhXJFX3QQUAAAAWgAAAAUAAAAAAAAAAAAAAIABLwAAAGIudHh0UEsFBgAAAAACAAIAZgAAAGYAAAAAAA==";
const NOBODY = "00000000-0000-4000-8000-000000000000";
const NUMBER = "+16025550187";

const { say, found, heard } = listener();
const bindings = canaryBindings() as Partial<Bindings>;
const queued: unknown[] = [];
let stopListening: () => void;
let operator: Browser;
let numberId: string;
let ids: string[];

beforeAll(async () => {
  await seededAccounts();
  stopListening = listenToLog(say);
  const JOBS = {
    send: async (one: unknown) => queued.push(one),
    sendBatch: async (all: Iterable<unknown>) => queued.push(...all),
  };
  Object.assign(bindings, { JOBS });
  operator = await signedIn(CITY.user.email, { bindings });
  const added = await operator.post("/api/phone-numbers", {
    phone_number: NUMBER,
    sip_trunk_uri: "sip:city.pstn.twilio.com",
    sip_trunk_provider: "twilio",
    sip_username: "city",
    sip_password: CANARIES.SIP_PASSWORD,
  });
  expect(added.status).toBe(201);
  numberId = (await added.json<{ id: string }>()).id;
  await ring(CITY.phoneNumber);
  await tell("call_analyzed", { call_id: "canary", from_number: "+16025550177", call_analysis: { call_summary: "A" } });
  const left = { args: { message: "Call me" }, call: { call_id: "canary", to_number: CITY.phoneNumber } };
  await send(await fromRetell("/retell/tools/take_message", left, { key: CANARIES.RETELL_API_KEY }), bindings);
  await archiveAll();
  await operator.post("/api/blocked-callers", { phone_number: "+16025550177" });
  await operator.post("/api/api-keys", { name: "Dispatch" });
  ids = [...(await oneOfEach()), numberId, NOBODY, "7"];
});

afterAll(() => stopListening());

it("the canaries really are the secrets in use", async () => {
  const secrets = vault(canaryBindings());
  expect(await opened(secrets, scopeOfAccount(CITY.user), { kind: "sip", id: numberId })).toBe(CANARIES.SIP_PASSWORD);
  for (const key of [CANARIES.RETELL_API_KEY, CANARIES.RETELL_API_KEY_PREVIOUS]) {
    const body = { event: "call_inbound", call_inbound: { to_number: CITY.phoneNumber, from_number: "+16025550100" } };
    const rung = await send(await fromRetell("/retell/inbound-webhook", body, { key }), bindings);
    expect([rung.status, await rung.text()]).toEqual([200, expect.stringContaining("Sun City Express")]);
  }
  expect((await operator.get("/api/overview")).status).toBe(200);
});

it.each(everyRoute())(
  "%s tells no secret: to its operator, to a stranger, and while D1 or KV does not answer",
  async (route) => {
    const broken = failingDatabase(env.DB);
    broken.fail(true);
    const noKv = new Proxy(env.KV, {
      get:
        () =>
        async (...args: unknown[]) =>
          Promise.reject(new Error(`KV: ${args}`)),
    });
    const askers: Record<string, Browser> = {
      "its operator": operator,
      "a stranger": browser({ bindings }),
      "another site": browser({ origin: "https://evil.example", bindings }),
      "no D1": withCookies(browser({ bindings: { ...bindings, DB: broken.d1 } })),
      "no KV": withCookies(browser({ bindings: { ...bindings, KV: noKv } })),
      "no keys": withCookies(browser({ bindings: { ...bindings, KEK_CURRENT: undefined, RETELL_API_KEY: undefined } })),
    };
    const statuses = new Set<number>();
    const [plain, ...worse] = HOSTILE_BODIES;
    for (const [asker, { request }] of Object.entries(askers)) {
      const all =
        asker === "its operator" ? [...requestsTo(route, ids, [plain]), ...requestsTo(route, [numberId], worse)] : [];
      for (const { method, path, body } of all.length > 0 ? all : requestsTo(route, [numberId], [plain])) {
        const response = await request(method, path, body);
        statuses.add(response.status);
        await hear(`${method} ${path} (${asker})`, response);
      }
    }
    if (route.includes("/retell/")) await askAsRetell(route);
    if (!(await operator.get("/api/overview")).ok) operator = await signedIn(CITY.user.email, { bindings }); // it was signed out
    expect(statuses.size).toBeGreaterThan(0);
    expect(found()).toEqual([]);
  },
  60_000,
);

it("no job reveals a secret, whatever it is given, even while D1 or KV does not answer", async () => {
  const broken = failingDatabase(env.DB);
  broken.fail(true);
  const kinds = job.options.map(({ shape }) => shape.kind.value);
  const jobs = [...ids, "canary2"].flatMap((id) => kinds.map((kind) => ({ kind, id })));
  const unknown = [{ kind: "unknown", id: CANARIES.SIP_PASSWORD }, CANARIES.SIP_PASSWORD];
  for (const given of [bindings, { ...bindings, DB: broken.d1 }, { ...bindings, KEK_CURRENT: "canary2" }]) {
    for (const queue of ["nightdesk-jobs", "nightdesk-jobs-dead"]) {
      await deliver([...jobs, ...unknown, ...queued], given as Partial<Bindings>, queue);
    }
    await runSweep(given as Partial<Bindings>);
  }
  say("the queue", JSON.stringify(queued));
  expect(found()).toEqual([]);
});

it("nothing stored contains a secret in plain text, and no mail does", async () => {
  for (const { from, text } of await everythingStored()) say(from, text);
  const mail = await fetch(`http://mail.test/mailbox.json?to=${encodeURIComponent(CITY.user.email)}`);
  await hear("the mailbox", mail as unknown as Response);
  expect(heard()).toBeGreaterThan(500);
  expect(found()).toEqual([]);
});

it("a secret that leaks is found, also in base64 and in hex", () => {
  for (const sung of [CANARIES.KEK_CANARY1, btoa(CANARIES.SIP_PASSWORD), atob(CANARIES.KEK_CANARY2)]) {
    const ear = listener();
    ear.say("a test", `… ${sung} …`);
    expect(ear.found()).toHaveLength(1);
  }
});

it("an export is searched file by file", async () => {
  const ear = Uint8Array.from(atob(SMALL_ZIP), (byte) => byte.charCodeAt(0));
  expect(await unzip(ear.buffer)).toMatch(/a\.txt\nstored words\nb\.txt\n(deflated words ){6}/);
});

async function hear(from: string, response: Response): Promise<void> {
  const isZip = response.headers.get("content-type")?.includes("zip") ?? false;
  const text = isZip ? await unzip(await response.arrayBuffer()) : await response.text();
  say(from, `${JSON.stringify([...response.headers])} ${text}`);
}

async function askAsRetell(route: string): Promise<void> {
  const path = route.split(" ")[1] ?? "";
  const call = { call_id: "canary", to_number: NUMBER, from_number: "+16025550100" };
  for (const body of [
    ...HOSTILE_BODIES,
    { args: {}, call },
    { event: "call_inbound", call_inbound: call },
    { event: "call_ended", call },
  ]) {
    for (const key of [CANARIES.RETELL_API_KEY, "another-key"]) {
      await hear(`${route} as Retell`, await send(await fromRetell(path, body, { key }), bindings));
    }
  }
}

/** A browser that is signed in as the operator is. */
function withCookies(other: Browser): Browser {
  for (const [name, value] of operator.cookies) other.cookies.set(name, value);
  return other;
}

/** The id of one row of each of the company's tables. */
async function oneOfEach(): Promise<string[]> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%user_id%'",
  ).all<{ name: string }>();
  const found = tables.results.map(async ({ name }) => {
    const row = await env.DB.prepare(`SELECT * FROM "${name}" WHERE user_id = ? LIMIT 1`).bind(CITY.user.id).first();
    return typeof row?.id === "string" ? [row.id] : [];
  });
  return [...new Set((await Promise.all(found)).flat())];
}
