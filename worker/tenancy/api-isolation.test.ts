import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { apiDoor } from "../api/door.ts";
import { fromRetell, ring, send } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { archiveAll, type Browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

type Sides = { coast: Browser };

/** A route that names a record: the city's id and an id of nobody must be answered alike. */
type ByRecord = { kind: "record"; path: (id: string) => string; theirs: () => string; body?: object };
/** A route that names none: what it tells the coast must not contain what only the city has. */
type OfOneself = { kind: "own"; ask: (sides: Sides) => Promise<Response> };

// A route of the API without a line here fails the test below.
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
    theirs: () => "7", // only the city has saved that often
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
  "GET /api/audit-events": { kind: "own", ask: ({ coast }) => coast.get("/api/audit-events") },
};

const routes = [
  ...new Set(
    apiDoor.routes
      .filter(({ method, path }) => method !== "ALL" && !path.startsWith("/api/auth/"))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

let coast: Browser;
let theirRecording: string; // a link of the city's that works

beforeAll(async () => {
  await seededAccounts();
  const city = await signedIn(CITY.user.email);
  for (let save = 2; save <= 7; save++) await city.put("/api/tenant-config", { operator_name: `City only ${save}` });
  await ring(CITY.phoneNumber, "+16025550177", { call_id: "city-only" });
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
    it("tells nothing of the other company, and changes nothing there", async () => {
      const before = await everythingOfTheCity();
      const response = await isolation.ask({ coast });
      expect(response.status).toBeLessThan(300);
      const text = await response.text();
      expect(WHAT_ONLY_THE_CITY_HAS.filter((secret) => text.includes(secret))).toEqual([]);
      expect(await everythingOfTheCity()).toEqual(before);
    });
    return;
  }
  it("answers not-yours exactly like not-there, and changes nothing there", async () => {
    const before = await everythingOfTheCity();
    const [method = "GET"] = route.split(" ");
    const nobodys = isolation.path(route.includes(":version") ? "999" : NOBODY);
    const theirs = await coast.request(
      method,
      isolation.path(isolation.theirs()),
      method === "GET" ? undefined : (isolation.body ?? {}),
    );
    const nowhere = await coast.request(method, nobodys, method === "GET" ? undefined : (isolation.body ?? {}));
    expect([theirs.status, nowhere.status]).toEqual([404, 404]);
    expect(await withoutRequestId(theirs)).toEqual(await withoutRequestId(nowhere));
    expect(await everythingOfTheCity()).toEqual(before);
  });
});

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
  ];
  return Promise.all(
    tables.map(async (table) => {
      const rows = env.DB.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).bind(CITY.user.id);
      return (await rows.all()).results;
    }),
  );
}
