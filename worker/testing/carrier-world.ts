import { env } from "cloudflare:test";
import { openDatabase } from "../db/database.ts";
import type { Bindings } from "../env.ts";
import { setUpRoute } from "../route-setup/set-up.ts";
import { routeSetup } from "../route-setup/store/route-setups.ts";
import { undoSetup } from "../route-setup/undo-setup.ts";
import { createServices, type Services } from "../services.ts";
import { saveTelnyx, saveTwilio } from "../telephony/carrier-account.ts";
import type { Carrier } from "../telephony/carriers.ts";
import { saveRoute } from "../telephony/number-route.ts";
import type { RouteMethod } from "../telephony/route-methods.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { quietQueue } from "./app.ts";
import { dyingDatabase } from "./dying-database.ts";
import type { watchedLine } from "./number-world.ts";

const TWILIO_SID = `AC${"a".repeat(32)}`;
const KEY_SID = `SK${"b".repeat(32)}`;
const KEY_SECRET = "canary-carrier-key";
export const PUBLIC = "+15205550170";
const AGENT = "+15205550171";
const WAIT_MS = 61_000; // what an operator is asked to wait

/** What the carriers know of the number before anybody touches it, and other things that must stay as they are. */
const FOUND = {
  twilio: {
    voice_url: "https://old.example/voice",
    voice_method: "GET",
    voice_fallback_url: "",
    voice_fallback_method: "POST",
    voice_application_sid: "",
    trunk_sid: null as string | null,
  },
  telnyx: { connection_id: null as string | null },
};

/** The state of a carrier's account as the emulator shows it. */
type Account = {
  numbers: Record<string, unknown>[];
  flows?: { friendly_name: string; definition: unknown; webhook_url: string }[];
  applications?: { id: string; friendly_name: string; voice_url: string }[];
};

/** A company with a live route and an account at one carrier, the emulator that stands for it, and the Worker. */
export async function carrierWorld(
  carrier: Carrier,
  line: ReturnType<typeof watchedLine>,
  found: object = {},
  method: RouteMethod = `${carrier}_live`,
) {
  const baseURL = `http://w${crypto.randomUUID()}.retell.test`;
  const send = (method: string, path: string, body: object) =>
    fetch(`${baseURL}${path}`, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const accountPath = `/emulator/${carrier}/accounts/${carrier === "twilio" ? TWILIO_SID : "one"}`;
  const number = { phone_number: PUBLIC, ...FOUND[carrier], ...found };
  const other = { phone_number: "+15205550179", ...FOUND[carrier] };
  const key = carrier === "twilio" ? { api_key_sid: KEY_SID, api_key_secret: KEY_SECRET } : { api_key: KEY_SECRET };
  await send("PUT", accountPath, { ...key, numbers: [other, number] });

  const account = { id: crypto.randomUUID() };
  const numberId = crypto.randomUUID();
  const email = `${account.id.slice(0, 8)}@example.com`;
  await env.DB.batch([
    env.DB.prepare("DELETE FROM tenant_phone_numbers WHERE phone_number = ?").bind(AGENT),
    env.DB.prepare(
      "INSERT INTO user (id, name, email, email_verified, created_at, updated_at) VALUES (?1, 'Noor Haddad', ?2, 1, ?3, ?3)",
    ).bind(account.id, email, Date.now()),
    env.DB.prepare(
      "INSERT INTO tenant_config (id, user_id, company_name, office_phone) VALUES (?1, ?1, 'Desert Rides', '+16025550190')",
    ).bind(account.id),
    env.DB.prepare("INSERT INTO tenant_phone_numbers (id, user_id, phone_number) VALUES (?, ?, ?)").bind(
      numberId,
      account.id,
      AGENT,
    ),
  ]);
  const clock = { now: Date.now() };
  const dying = dyingDatabase(env.DB);
  const bindings = {
    ...env,
    JOBS: quietQueue,
    TWILIO_API_URL: `${baseURL}/twilio`,
    TWILIO_STUDIO_URL: `${baseURL}/twilio`,
    TELNYX_API_URL: `${baseURL}/telnyx/v2`,
  } as Bindings;
  const alive: Services = {
    ...createServices(bindings, { waitUntil: () => undefined }),
    now: () => clock.now,
    defer: () => undefined,
  };
  const mortal: Services = { ...alive, d1: dying.d1, db: openDatabase(dying.d1) };
  const scope = scopeOfAccount(account);
  await saveRoute(scope, alive, numberId, { method, public_number: PUBLIC });
  if (carrier === "twilio") {
    const secrets = { auth_token: "canary-token", api_key_sid: KEY_SID, api_key_secret: KEY_SECRET };
    await saveTwilio(scope, alive, { account_sid: TWILIO_SID, ...secrets });
  } else await saveTelnyx(scope, alive, { public_key: btoa("\0".repeat(32)), api_key: KEY_SECRET });

  /** Acts as the operator: tries again after the minute that the page asks for, until it works. A dead Worker is restarted. */
  async function untilItWorks(act: (services: Services) => Promise<void>): Promise<number> {
    let worker = mortal;
    for (let tries = 1; tries <= 6; tries++) {
      const works = await act(worker).then(
        () => true,
        () => false,
      );
      await line.quiet();
      if (works) return tries;
      if (dying.died()) worker = alive;
      clock.now += WAIT_MS;
    }
    throw new Error("it never works");
  }

  return {
    email,
    scope,
    services: alive,
    numberId,
    clock,
    dying,
    untilItWorks,
    setUp: (detach = false, services = alive) => setUpRoute(scope, services, numberId, { detach }),
    undo: (services = alive) => undoSetup(scope, services, numberId),
    row: () => routeSetup(scope, alive.db, numberId),
    faults: (rules: object[]) => send("PUT", "/emulator/faults", rules),
    atCarrier: async (): Promise<Account> => (await fetch(`${baseURL}${accountPath}`)).json(),
    /** Somebody changes the number at Twilio or Telnyx themselves. */
    changeThere: async (change: object) => {
      const now = (await (await fetch(`${baseURL}${accountPath}`)).json()) as Account;
      const numbers = now.numbers.map(({ sid: _, id: __, ...one }) =>
        one.phone_number === PUBLIC ? { ...one, ...change } : one,
      );
      await send("PUT", accountPath, { ...key, numbers });
    },
    configure: (change: Partial<Services["settings"]>) => {
      for (const each of [alive, mortal]) each.settings = { ...each.settings, ...change };
    },
  };
}

export type CarrierWorld = Awaited<ReturnType<typeof carrierWorld>>;
