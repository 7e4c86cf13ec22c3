import { env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { fromRetell, send } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { type Browser, CITY, seededAccounts, signedIn } from "../testing/operator.ts";

type Message = { id: string; message: string; done_at: number | null; note: string | null; [field: string]: unknown };
type Page = { items: Message[]; next_cursor: string | null; open_count: number };

let city: Browser;

beforeAll(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
  await tell("call_ended", { call_id: "call_known" });
  await leave("Please cancel 100%.", { category: "cancellation", caller_name: "Wen Bauer" }, "call_known");
  await leave("I lost my red hat.", { category: "lost_item", callback_number: "(602) 555-0144" }, "call_2");
  await leave("Call me.", {}, "call_3");
});

async function leave(message: string, args: object, call_id: string): Promise<void> {
  const call = { call_id, to_number: CITY.phoneNumber, from_number: "+16025550111" };
  await send(
    await fromRetell("/retell/tools/take_message", { name: "take_message", args: { message, ...args }, call }),
  );
}

async function list(query = ""): Promise<Page> {
  const response = await city.get(`/api/messages${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
}

const words = (page: Page) => page.items.map(({ message }) => message);

it("the inbox shows the newest first, with the call where it is known", async () => {
  const page = await list();
  expect(words(page)).toEqual(["Call me.", "I lost my red hat.", "Please cancel 100%."]);
  expect(page).toMatchObject({ next_cursor: null, open_count: 3 });
  const call = await env.DB.prepare("SELECT id FROM calls WHERE call_id = 'call_known'").first("id");
  expect(page.items.map(({ call_id }) => call_id)).toEqual([null, null, call]);
  const [, , cancellation] = page.items;
  expect(cancellation).toEqual({
    id: expect.any(String),
    category: "cancellation",
    message: "Please cancel 100%.",
    caller_name: "Wen Bauer",
    callback_number: "+16025550111",
    from_number: "+16025550111",
    confirmation_number: null,
    call_id: call,
    note: null,
    done_at: null,
    created_at: expect.any(Number),
  });
  expect(await (await city.get(`/api/messages/${cancellation?.id}`)).json()).toEqual(cancellation);
});

it.each([
  ["?search=red+hat", ["I lost my red hat."]],
  ["?search=RED", ["I lost my red hat."]],
  ["?search=100%25", ["Please cancel 100%."]],
  ["?search=%25", ["Please cancel 100%."]],
  ["?search=wen", ["Please cancel 100%."]],
  ["?search=602-555-0144", ["I lost my red hat."]],
  [`?search=${"x".repeat(100)}`, []],
  ["?category=lost_item", ["I lost my red hat."]],
  ["?category=&search=&state=", ["Call me.", "I lost my red hat.", "Please cancel 100%."]],
  ["?state=done", []],
])("%s finds %j", async (query, found) => {
  expect(words(await list(query))).toEqual(found);
});

it("pages follow one another without a gap or a repeat", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list(`?limit=1${cursor ? `&cursor=${cursor}` : ""}`);
    seen.push(...words(page));
    cursor = page.next_cursor;
  } while (cursor);
  expect(seen).toEqual(words(await list()));
});

it("a message is ticked off, noted and opened again, each with its audit row", async () => {
  const [first] = (await list()).items;
  const path = `/api/messages/${first?.id}`;
  const done = await (await city.patch(path, { done: true })).json<Message>();
  expect(done.done_at).toBeGreaterThan(0);
  expect(await (await city.patch(path, { done: true })).json()).toMatchObject({ done_at: done.done_at });
  expect(await list("?state=open")).toMatchObject({ open_count: 2 });
  expect(words(await list("?state=done"))).toEqual(["Call me."]);
  expect(await (await city.patch(path, { note: " Rang back " })).json()).toMatchObject({ note: "Rang back" });
  expect(words(await list("?search=rang"))).toEqual(["Call me."]);
  expect(await (await city.patch(path, { done: false, note: "" })).json()).toMatchObject({ done_at: null, note: null });
  const { items } = await (await city.get("/api/audit-events")).json<{
    items: { action: string; subject: string }[];
  }>();
  expect(items.slice(0, 3)).toMatchObject([
    { action: "message.reopened", subject: first?.id },
    { action: "message.noted", subject: first?.id },
    { action: "message.done", subject: first?.id },
  ]);
});

it.each([
  ["?state=half", "state"],
  ["?category=gossip", "category"],
  [`?search=${"x".repeat(101)}`, "search"],
  ["?cursor=elsewhere", "cursor"],
  ["?limit=0", "limit"],
])("%s is refused by name", async (query, field) => {
  const response = await city.get(`/api/messages${query}`);
  expect(response.status).toBe(400);
  expect(Object.keys((await response.json<{ error: { fields: object } }>()).error.fields)).toEqual([field]);
});

it("settings begin with everything at once, are saved with an audit row, and refuse what is no address", async () => {
  const everything = ["message", "change_request", "cancellation", "late_driver", "lost_item", "new_booking"];
  expect(await (await city.get("/api/message-settings")).json()).toEqual({ address: null, categories: everything });
  const chosen = { address: "dispatch@example.com", categories: ["cancellation", "late_driver"] };
  expect(await (await city.put("/api/message-settings", chosen)).json()).toEqual(chosen);
  expect(await (await city.get("/api/message-settings")).json()).toEqual(chosen);
  expect(await (await city.put("/api/message-settings", { address: "", categories: [] })).json()).toEqual({
    address: null,
    categories: [],
  });
  expect((await city.put("/api/message-settings", { address: "nobody", categories: [] })).status).toBe(400);
  expect((await city.put("/api/message-settings", { address: null, categories: ["gossip"] })).status).toBe(400);
  expect((await city.put("/api/message-settings", { address: null })).status).toBe(400);
  const { items } = await (await city.get("/api/audit-events")).json<{ items: object[] }>();
  const changes = [
    { field: "address", from: null, to: chosen.address },
    { field: "categories", from: everything, to: chosen.categories },
  ];
  expect(items[1]).toMatchObject({ action: "message_settings.saved", detail: { changes } });
});
