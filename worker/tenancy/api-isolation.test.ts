import { env } from "cloudflare:test";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { apiDoor } from "../api/door.ts";
import { mappingKey } from "../imports/reading/mapping-key.ts";
import { fromRetell, ring, send } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { archiveAll, type Browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

type Sides = { coast: Browser };

/** A route that names a record: the city's id must be answered exactly like an id that does not exist. */
type ByRecord = { kind: "record"; path: (id: string) => string; theirs: () => string; body?: object };
/** A route that names no record: what the coast gets must not contain anything that only the city has. */
type OfOneself = { kind: "own"; ask: (sides: Sides) => Promise<Response> };

// An API route without a line here fails the test below.
const CASES: Record<string, ByRecord | OfOneself> = {
  "GET /api/tenant-config": { kind: "own", ask: ({ coast }) => coast.get("/api/tenant-config") },
  "PUT /api/tenant-config": {
    kind: "own",
    ask: ({ coast }) => coast.put("/api/tenant-config", { operator_name: "Rosa", user_id: CITY.user.id }),
  },
  "GET /api/tenant-config/versions": { kind: "own", ask: ({ coast }) => coast.get("/api/tenant-config/versions") },
  "POST /api/tenant-config/versions/:version/restoration": {
    kind: "record",
    path: (version) => `/api/tenant-config/versions/${version}/restoration`,
    theirs: () => "7", // only the city has this many versions
  },
  "GET /api/phone-numbers": { kind: "own", ask: ({ coast }) => coast.get("/api/phone-numbers") },
  "POST /api/phone-numbers": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/phone-numbers", { phone_number: "+13105550143", user_id: CITY.user.id }),
  },
  "GET /api/phone-numbers/:id": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}`,
    theirs: () => CITY.numberId,
  },
  "DELETE /api/phone-numbers/:id": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}`,
    theirs: () => CITY.numberId,
  },
  "PATCH /api/phone-numbers/:id": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}`,
    theirs: () => CITY.numberId,
    body: { label: "Ours now", is_primary: true },
  },
  "POST /api/phone-numbers/:id/connection": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/connection`,
    theirs: () => CITY.numberId,
  },
  "GET /api/phone-numbers/:id/rings": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/rings?since=0`,
    theirs: () => CITY.numberId,
  },
  "GET /api/phone-numbers/purchases": { kind: "own", ask: ({ coast }) => coast.get("/api/phone-numbers/purchases") },
  "POST /api/phone-numbers/purchases": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/phone-numbers/purchases", { area_code: 520 }),
  },
  "GET /api/phone-numbers/:id/route": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route`,
    theirs: () => CITY.numberId,
  },
  "PUT /api/phone-numbers/:id/route": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route`,
    theirs: () => CITY.numberId,
    body: { method: "forwarding" },
  },
  "GET /api/phone-numbers/:id/route/studio-flow.json": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/studio-flow.json`,
    theirs: () => CITY.numberId,
  },
  "GET /api/phone-numbers/:id/route/calls": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/calls?since=0`,
    theirs: () => CITY.numberId,
  },
  "GET /api/phone-numbers/:id/route/setup": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/setup`,
    theirs: () => CITY.numberId,
  },
  "GET /api/phone-numbers/:id/route/setup/number": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/setup/number`,
    theirs: () => CITY.numberId,
  },
  "POST /api/phone-numbers/:id/route/setup": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/setup`,
    theirs: () => CITY.numberId,
    body: { detach: true },
  },
  "DELETE /api/phone-numbers/:id/route/setup": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/setup`,
    theirs: () => CITY.numberId,
  },
  "POST /api/phone-numbers/:id/route/sip-probe": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/sip-probe`,
    theirs: () => CITY.numberId,
  },
  "POST /api/phone-numbers/:id/route/token": {
    kind: "record",
    path: (id) => `/api/phone-numbers/${id}/route/token`,
    theirs: () => CITY.numberId,
  },
  "GET /api/carriers/twilio": { kind: "own", ask: ({ coast }) => coast.get("/api/carriers/twilio") },
  "PUT /api/carriers/twilio": {
    kind: "own",
    ask: ({ coast }) => coast.put("/api/carriers/twilio", { account_sid: `AC${"0".repeat(32)}` }),
  },
  "DELETE /api/carriers/twilio": { kind: "own", ask: ({ coast }) => coast.delete("/api/carriers/twilio") },
  "GET /api/carriers/telnyx": { kind: "own", ask: ({ coast }) => coast.get("/api/carriers/telnyx") },
  "PUT /api/carriers/telnyx": {
    kind: "own",
    ask: ({ coast }) => coast.put("/api/carriers/telnyx", { public_key: btoa("\0".repeat(32)) }),
  },
  "DELETE /api/carriers/telnyx": { kind: "own", ask: ({ coast }) => coast.delete("/api/carriers/telnyx") },
  "GET /api/analytics": { kind: "own", ask: ({ coast }) => coast.get("/api/analytics") },
  "GET /api/usage": { kind: "own", ask: ({ coast }) => coast.get("/api/usage") },
  "GET /api/answering-override": { kind: "own", ask: ({ coast }) => coast.get("/api/answering-override") },
  "PUT /api/answering-override": {
    kind: "own",
    ask: ({ coast }) =>
      coast.put("/api/answering-override", {
        answers: "closed",
        until: new Date(Date.now() + 3_600_000).toISOString(),
      }),
  },
  "DELETE /api/answering-override": { kind: "own", ask: ({ coast }) => coast.delete("/api/answering-override") },
  "GET /api/imports": { kind: "own", ask: ({ coast }) => coast.get("/api/imports") },
  "POST /api/imports": {
    kind: "own",
    ask: ({ coast }) => coast.upload("/api/imports?kind=drivers", "name,phone\nA Driver,3105550155"),
  },
  "GET /api/imports/:id": { kind: "record", path: (id) => `/api/imports/${id}`, theirs: () => theirImport },
  "DELETE /api/imports/:id": { kind: "record", path: (id) => `/api/imports/${id}`, theirs: () => theirImport },
  "PUT /api/imports/:id/pages/:n": {
    kind: "record",
    path: (id) => `/api/imports/${id}/pages/0`,
    theirs: () => theirImport,
    body: { rows: [["a"]] },
  },
  "POST /api/imports/:id/completion": {
    kind: "record",
    path: (id) => `/api/imports/${id}/completion`,
    theirs: () => theirImport,
  },
  "GET /api/imports/:id/errors.csv": {
    kind: "record",
    path: (id) => `/api/imports/${id}/errors.csv`,
    theirs: () => theirImport,
  },
  "GET /api/imports/:id/changes": {
    kind: "record",
    path: (id) => `/api/imports/${id}/changes?type=added`,
    theirs: () => theirImport,
  },
  "POST /api/imports/:id/activation": {
    kind: "record",
    path: (id) => `/api/imports/${id}/activation`,
    theirs: () => theirImport,
  },
  "DELETE /api/imports/:id/activation": {
    kind: "record",
    path: (id) => `/api/imports/${id}/activation`,
    theirs: () => theirImport,
  },
  "GET /api/import-status": { kind: "own", ask: ({ coast }) => coast.get("/api/import-status") },
  "GET /api/import-mappings": {
    kind: "record",
    path: (id) => `/api/import-mappings?kind=drivers&key=${encodeURIComponent(id)}`,
    theirs: () => mappingKey(["City name", "City phone"]), // only the city has chosen for this header
  },
  "GET /api/reservations": { kind: "own", ask: ({ coast }) => coast.get("/api/reservations?limit=100") },
  "GET /api/reservations.csv": { kind: "own", ask: ({ coast }) => coast.get("/api/reservations.csv") },
  "GET /api/drivers.csv": { kind: "own", ask: ({ coast }) => coast.get("/api/drivers.csv") },
  "GET /api/reservations/:id": {
    kind: "record",
    path: (id) => `/api/reservations/${encodeURIComponent(id)}`,
    theirs: () => theirBooking,
  },
  "PATCH /api/reservations/:id": {
    kind: "record",
    path: (id) => `/api/reservations/${encodeURIComponent(id)}`,
    theirs: () => theirBooking,
    body: { terminal: "9" },
  },
  "POST /api/reservation-lookups": {
    kind: "own",
    ask: ({ coast }) =>
      coast.post("/api/reservation-lookups", { confirmation_number: "City only 1", telephone: "+16025550177" }),
  },
  "POST /api/try-outs/turns": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/try-outs/turns", { messages: [], user_id: CITY.user.id }),
  },
  "GET /api/drivers": { kind: "own", ask: ({ coast }) => coast.get("/api/drivers") },
  "POST /api/drivers": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/drivers", { name: "Ines Mora", user_id: CITY.user.id }),
  },
  "PATCH /api/drivers/:id": {
    kind: "record",
    path: (id) => `/api/drivers/${encodeURIComponent(id)}`,
    theirs: () => theirDriver,
    body: { name: "X" },
  },
  "DELETE /api/drivers/:id": {
    kind: "record",
    path: (id) => `/api/drivers/${encodeURIComponent(id)}`,
    theirs: () => theirDriver,
  },
  "GET /api/api-keys": { kind: "own", ask: ({ coast }) => coast.get("/api/api-keys") },
  "POST /api/api-keys": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/api-keys", { name: "Dispatch", user_id: CITY.user.id }),
  },
  "DELETE /api/api-keys/:id": { kind: "record", path: (id) => `/api/api-keys/${id}`, theirs: () => theirKey },
  "GET /api/overview": { kind: "own", ask: ({ coast }) => coast.get("/api/overview") },
  "GET /api/messages": { kind: "own", ask: ({ coast }) => coast.get("/api/messages") },
  "GET /api/messages/:id": { kind: "record", path: (id) => `/api/messages/${id}`, theirs: () => "city-message" },
  "PATCH /api/messages/:id": { kind: "record", path: (id) => `/api/messages/${id}`, theirs: () => "city-message" },
  "GET /api/message-settings": { kind: "own", ask: ({ coast }) => coast.get("/api/message-settings") },
  "PUT /api/message-settings": {
    kind: "own",
    ask: ({ coast }) => coast.put("/api/message-settings", { address: null, categories: [], user_id: CITY.user.id }),
  },
  "GET /api/calls": { kind: "own", ask: ({ coast }) => coast.get("/api/calls") },
  "GET /api/calls/:id": { kind: "record", path: (id) => `/api/calls/${id}`, theirs: () => "city-call" },
  "GET /api/calls/:id/recording": {
    kind: "record",
    path: (id) => (id === "city-call" ? theirRecording : `/api/calls/${id}/recording?expires=1&signature=x`),
    theirs: () => "city-call",
  },
  "PUT /api/calls/:id/feedback": {
    kind: "record",
    path: (id) => `/api/calls/${id}/feedback`,
    theirs: () => "city-call",
    body: { wrong: true },
  },
  "GET /api/blocked-callers": { kind: "own", ask: ({ coast }) => coast.get("/api/blocked-callers") },
  "POST /api/blocked-callers": {
    kind: "own",
    ask: ({ coast }) => coast.post("/api/blocked-callers", { phone_number: "+13105550199", user_id: CITY.user.id }),
  },
  "DELETE /api/blocked-callers/:id": {
    kind: "record",
    path: (id) => `/api/blocked-callers/${id}`,
    theirs: () => "city-block",
  },
  "GET /api/retention": { kind: "own", ask: ({ coast }) => coast.get("/api/retention") },
  "PUT /api/retention": {
    kind: "own",
    ask: ({ coast }) => coast.put("/api/retention", { transcript_days: 5, recording_days: 5, user_id: CITY.user.id }),
  },
  "GET /api/account-export": {
    kind: "own",
    ask: async ({ coast }) => {
      const zip = await (await coast.get("/api/account-export")).arrayBuffer();
      const files = Object.values(unzipSync(new Uint8Array(zip))).map((file) => new TextDecoder().decode(file));
      return new Response(files.join("\n"));
    },
  },
  "GET /api/account-closure": { kind: "own", ask: ({ coast }) => coast.get("/api/account-closure") },
  "POST /api/account-closure": {
    kind: "own",
    ask: async ({ coast }) => {
      const closing = await coast.post("/api/account-closure", {
        confirmation: COAST.config.companyName,
        user_id: CITY.user.id,
      });
      await env.DB.exec("DELETE FROM closures"); // so that the coast can continue
      Object.assign(coast, await signedIn(COAST.user.email));
      return closing;
    },
  },
  "GET /api/audit-events": { kind: "own", ask: ({ coast }) => coast.get("/api/audit-events") },
  "GET /api/audit-events.csv": { kind: "own", ask: ({ coast }) => coast.get("/api/audit-events.csv") },
};

const routes = [
  ...new Set(
    apiDoor.routes
      .filter(({ method, path }) => method !== "ALL" && !path.startsWith("/api/auth/"))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

let coast: Browser;
let theirRecording: string; // a working link of the city's
let theirImport = "";
let theirBooking = "";
let theirDriver = "";
let theirKey = "";

beforeAll(async () => {
  await seededAccounts();
  const city = await signedIn(CITY.user.email);
  for (let save = 2; save <= 7; save++) await city.put("/api/tenant-config", { operator_name: `City only ${save}` });
  await ring(CITY.phoneNumber, "+16025550177", { call_id: "city-only" });
  const columns = ["City name", "City phone"];
  const drivers = {
    columns,
    rows: [["City only driver", "6025550166"]],
    mapping: { name: "City name", phone: "City phone" },
  };
  await city.post("/api/imports?kind=drivers&activate=true", drivers);
  const bookings = `Conf#,Passenger,Phone,Pickup Date,Pickup Time\nCity only 1,City only passenger,6025550177,2026-12-24,7:10 AM`;
  theirImport = await idIn(
    city.upload("/api/imports?kind=reservations&activate=true&file_name=City%20only.csv", bookings),
  );
  theirBooking = await idIn(city.get("/api/reservations"));
  theirDriver = await idIn(city.get("/api/drivers"));
  theirKey = await idIn(city.post("/api/api-keys", { name: "City only key" }));
  const call_analysis = { call_summary: "City only" };
  await tell("call_analyzed", { call_id: "city-only", from_number: "+16025550177", call_analysis });
  const left = { args: { message: "City only" }, call: { call_id: "city-only", to_number: CITY.phoneNumber } };
  await send(await fromRetell("/retell/tools/take_message", left));
  await archiveAll();
  await city.post("/api/blocked-callers", { phone_number: "+16025550177", note: "City only" });
  await city.put("/api/message-settings", { address: "city-only@example.com", categories: ["lost_item"] });
  await city.put("/api/retention", { transcript_days: 700, recording_days: 700 });
  await env.DB.exec("UPDATE calls SET id = 'city-call'");
  await env.DB.exec("UPDATE messages SET id = 'city-message'");
  await env.DB.exec("UPDATE blocked_callers SET id = 'city-block'");
  const { recording } = await (await city.get("/api/calls/city-call")).json<{ recording: { url: string } }>();
  theirRecording = recording.url;
  expect((await city.get(theirRecording)).status).toBe(200);
  coast = await signedIn(COAST.user.email);
});

it("has a case for every route", () => {
  expect(routes.filter((route) => !(route in CASES))).toEqual([]);
  expect(Object.keys(CASES).filter((route) => !routes.includes(route))).toEqual([]);
  expect(routes.length).toBeGreaterThanOrEqual(10);
});

it("refuses a query parameter that it does not know, on every route, and does nothing", async () => {
  const before = await everythingOfTheCity();
  for (const route of routes) {
    const [method = "GET", path = ""] = route.split(" ");
    const response = await coast.request(
      method,
      `${path.replace(/:\w+/g, NOBODY)}?limitt=1`,
      method === "GET" ? undefined : {},
    );
    expect(await response.json(), route).toMatchObject({
      error: { code: "validation_failed", fields: { limitt: expect.stringContaining("no such parameter") } },
    });
    expect(response.status, route).toBe(400);
  }
  expect(await everythingOfTheCity()).toEqual(before);
});

const WHAT_ONLY_THE_CITY_HAS = [
  CITY.user.id,
  CITY.numberId,
  CITY.phoneNumber,
  CITY.user.email,
  "Sun City Express",
  "City only",
  "city-only",
  "city-call",
  "city-message",
  "city-block",
  "+16025550177",
];

describe.each(Object.entries(CASES))("%s", (route, isolation) => {
  if (isolation.kind === "own") {
    it("reveals nothing about the other company and changes nothing there", async () => {
      const before = await everythingOfTheCity();
      const response = await isolation.ask({ coast });
      expect(response.status).toBeLessThan(300);
      const text = await response.text();
      expect(WHAT_ONLY_THE_CITY_HAS.filter((secret) => text.includes(secret))).toEqual([]);
      expect(await everythingOfTheCity()).toEqual(before);
    });
    return;
  }
  it("answers for another company's record exactly as if it did not exist, and changes nothing there", async () => {
    const before = await everythingOfTheCity();
    const [method = "GET"] = route.split(" ");
    const nobodys = isolation.path(route.includes(":version") ? "999" : NOBODY);
    const body = method === "GET" ? undefined : (isolation.body ?? {});
    const theirs = await coast.request(method, isolation.path(isolation.theirs()), body);
    const nowhere = await coast.request(method, nobodys, body);
    expect([theirs.status, nowhere.status]).toEqual([404, 404]);
    expect(await withoutRequestId(theirs)).toEqual(await withoutRequestId(nowhere));
    expect(await everythingOfTheCity()).toEqual(before);
  });
});

/** The id in a response, or of the first item in a list. */
async function idIn(response: Promise<Response>): Promise<string> {
  const answer = await (await response).json<{ id?: string; items?: { id: string }[] }>();
  const id = answer.id ?? answer.items?.[0]?.id;
  if (!id) throw new Error(JSON.stringify(answer));
  return id;
}

async function withoutRequestId(response: Response) {
  const { error } = await response.json<{ error: Record<string, unknown> }>();
  expect(error.request_id).toEqual(expect.any(String));
  return { ...error, request_id: "" };
}

async function everythingOfTheCity() {
  const tables = [
    "tenant_config",
    "tenant_phone_numbers",
    "tenant_config_versions",
    "audit_events",
    "inbound_log",
    "calls",
    "messages",
    "message_settings",
    "blocked_callers",
    "retention",
    "outgoing_mail",
    "connection_requests",
    "usage",
  ].concat([
    "import_meta",
    "current_imports",
    "reservations",
    "drivers",
    "import_errors",
    "import_mappings",
    "api_keys",
  ]);
  return Promise.all(
    tables.map(async (table) => {
      const rows = env.DB.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).bind(CITY.user.id);
      return (await rows.all()).results;
    }),
  );
}
