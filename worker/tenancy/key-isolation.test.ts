import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { apiDoor } from "../api/door.ts";
import { KEY_SCOPES, type KeyScope, opens, ROUTES_OF_SCOPE } from "../api-keys/key-scopes.ts";
import { type Browser, browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const KINDS: KeyScope[][] = [["import"], ["read"], [...KEY_SCOPES]];

const routes = [
  ...new Set(
    apiDoor.routes
      .filter(({ method, path }) => method !== "ALL" && !path.startsWith("/api/auth/"))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

let city: Browser;
let theirImport = "";

beforeAll(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
  const list =
    "Conf#,Passenger,Phone,Pickup Date,Pickup Time\nA-1,Zelda Quill,6025550177,12/24/2027,7:10 AM\n,No Number,,,";
  const sent = await city.upload("/api/imports?kind=reservations&activate=true", list);
  theirImport = (await sent.json<{ id: string }>()).id;
  expect((await city.post(`/api/imports/${theirImport}/activation`)).status).toBe(200);
});

async function keyThatMay(scopes: KeyScope[], operator = city) {
  const created = await operator.post("/api/api-keys", { name: `May ${scopes.join()}`, scopes });
  expect(created.status).toBe(201);
  return created.json<{ id: string; key: string; scopes: KeyScope[] }>();
}

function ask(key: string, route: string, { id = NOBODY, body = "{}" } = {}): Promise<Response> {
  const [method = "GET", path = ""] = route.split(" ");
  const address = path.replace(":id", id).replace(":n", "0").replace(":version", "1");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return browser({ origin: null }).request(method, address, method === "GET" ? undefined : body, headers);
}

async function codeOf(response: Response): Promise<string | undefined> {
  if (response.status < 400) return undefined;
  return (await response.json<{ error: { code: string } }>()).error.code;
}

it("every route that a key may open exists", () => {
  expect(KEY_SCOPES.flatMap((scope) => ROUTES_OF_SCOPE[scope]).filter((route) => !routes.includes(route))).toEqual([]);
});

describe.each(KINDS.map((scopes) => [scopes.join(" and "), scopes] as const))("a key that may %s", (_, scopes) => {
  it("is refused everywhere but where the table lets it in", async () => {
    const { key } = await keyThatMay(scopes);
    for (const route of routes) {
      const response = await ask(key, route);
      const refused = (await codeOf(response)) === "key_not_allowed";
      expect([route, refused, response.status === 401]).toEqual([route, !opens(scopes, route), false]);
    }
  });

  it("is refused everywhere once it is revoked", async () => {
    const { key, id } = await keyThatMay(scopes);
    await city.delete(`/api/api-keys/${id}`);
    for (const route of routes) expect([route, (await ask(key, route)).status]).toEqual([route, 401]);
  });

  it("opens another company's record nowhere", async () => {
    const coast = await signedIn(COAST.user.email);
    const { key } = await keyThatMay(scopes, coast);
    for (const route of routes.filter((one) => one.includes("/imports/:id") && opens(scopes, one))) {
      const body = JSON.stringify({ rows: [["a"]] });
      const response = await ask(key, route, { id: theirImport, body });
      expect([route, (await ask(key, route, { body })).status]).toEqual([route, response.status]);
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  it("is listed with what it may do and when it was last used, also where it was refused", async () => {
    const { key, id } = await keyThatMay(scopes);
    const listed = async () => {
      const { items } = await (await city.get("/api/api-keys")).json<{ items: { id: string }[] }>();
      return items.find((one) => one.id === id);
    };
    expect(await listed()).toMatchObject({ scopes, last_used_at: null });
    expect((await ask(key, "GET /api/tenant-config")).status).toBe(403);
    expect(await listed()).toMatchObject({ scopes, last_used_at: expect.any(Number) });
  });
});

it("a key that may only import sees no passenger, not even those whom its own list leaves out", async () => {
  const { key } = await keyThatMay(["import"]);
  const texts: string[] = [];
  const push = (csv: string) =>
    browser({ origin: null }).request("POST", "/api/imports?kind=reservations", csv, {
      authorization: `Bearer ${key}`,
      "content-type": "text/csv",
    });
  const other = await push("Conf#,Passenger,Phone,Pickup Date,Pickup Time\nB-1,Ada Voss,6025550178,12/25/2027,7:10 AM");
  const { id, coming } = await other.clone().json<{ id: string; coming: unknown }>();
  expect(coming).toMatchObject({ dropped: 1, asks_first: true, sample: [] });
  texts.push(await other.text());
  for (const one of [theirImport, id, NOBODY]) {
    for (const route of routes.filter((route) => route.startsWith("GET ")))
      texts.push(await (await ask(key, route, { id: one })).text());
  }
  expect(texts.filter((text) => /Zelda|6025550177/.test(text))).toEqual([]);
  expect(await city.get(`/api/imports/${id}`).then((shown) => shown.text())).toContain("Zelda");
});

it("what could not be read of a file is told only to the key that sent it, or to one that may read", async () => {
  const [importer, reader] = [await keyThatMay(["import"]), await keyThatMay(["read"])];
  const shown = async (key: string) =>
    (await (await ask(key, "GET /api/imports/:id", { id: theirImport })).json()) as object;
  expect(await shown(importer.key)).toMatchObject({ error_count: 1, errors: [] });
  expect(await shown(reader.key)).toMatchObject({ error_count: 1, errors: [{ row: 3 }] });
  expect((await ask(importer.key, "GET /api/imports/:id/errors.csv", { id: theirImport })).status).toBe(404);
  expect((await ask(reader.key, "GET /api/imports/:id/errors.csv", { id: theirImport })).status).toBe(200);
});

it("a key made before scopes may import and no more", async () => {
  await env.DB.prepare(
    "INSERT INTO api_keys (id, user_id, name, prefix, key_hash) VALUES ('old', ?, 'Old', 'nd_', 'hash')",
  )
    .bind(CITY.user.id)
    .run();
  const { items } = await (await city.get("/api/api-keys")).json<{ items: object[] }>();
  expect(items).toContainEqual(expect.objectContaining({ id: "old", scopes: ["import"] }));
  expect((await keyThatMay(["import"])).scopes).toEqual(["import"]);
});

it("a key with no scope, or one that does not exist, is not made", async () => {
  for (const scopes of [[], ["write"], "read", ["import", "admin"]]) {
    expect((await city.post("/api/api-keys", { name: "Odd", scopes })).status).toBe(400);
  }
  const both = await city.post("/api/api-keys", { name: "Both", scopes: ["read", "import", "read"] });
  expect(await both.json()).toMatchObject({ scopes: ["import", "read"] });
});
