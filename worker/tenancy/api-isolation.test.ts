import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { apiDoor } from "../api/door.ts";
import { ring } from "../testing/app.ts";
import { type Browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

type Sides = { coast: Browser };

/** A route that names a record: the city's id and an id of nobody must be answered alike. */
type ByRecord = { kind: "record"; path: (id: string) => string; theirs: () => string };
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

beforeAll(async () => {
  await seededAccounts();
  const city = await signedIn(CITY.user.email);
  for (let save = 2; save <= 7; save++) await city.put("/api/tenant-config", { operator_name: `City only ${save}` });
  await ring(CITY.phoneNumber, "+16025550177", { call_id: "city-only" });
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
    const theirs = await coast.request(method, isolation.path(isolation.theirs()), method === "GET" ? undefined : {});
    const nowhere = await coast.request(method, nobodys, method === "GET" ? undefined : {});
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
  const tables = ["tenant_config", "tenant_phone_numbers", "tenant_config_versions", "audit_events", "inbound_log"];
  return Promise.all(
    tables.map(async (table) => {
      const rows = env.DB.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).bind(CITY.user.id);
      return (await rows.all()).results;
    }),
  );
}
