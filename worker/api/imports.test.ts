import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../db/database.ts";
import { mappingKey } from "../imports/reading/mapping-key.ts";
import { discardVersion } from "../imports/store/remove-versions.ts";
import { activateVersion, undoActivation } from "../imports/store/switch-version.ts";
import { scopeOfUser } from "../tenancy/scope.ts";
import { ask } from "../testing/app.ts";
import { company, csv, HEADER, TOMORROW } from "../testing/company.ts";
import { dyingDatabase } from "../testing/dying-database.ts";
import { type Browser, browser, newOperator, seededAccounts, signedIn } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

type Import = {
  id: string;
  status: string;
  rows: number;
  skipped: number;
  unchanged: boolean;
  diff: { added: number; changed: number; removed: number; unchanged: number };
  errors: { row: number; column: string; reason: string }[];
  [field: string]: unknown;
};

async function send(operator: Browser, list: string, query = ""): Promise<Import> {
  const response = await operator.upload(`/api/imports?kind=reservations${query}`, list);
  if (response.status > 201) throw new Error(await response.text());
  return response.json();
}

async function hears(phone: string, number: string): Promise<Record<string, unknown>> {
  return (await ask(phone, { confirmation_number: number })).json();
}

async function errorOf(response: Response) {
  const { error, ...extra } = await response.json<{ error: { code: string; fields: Record<string, string> } }>();
  return { status: response.status, code: error.code, fields: Object.keys(error.fields ?? {}), ...extra };
}

describe("a list", () => {
  it("is understood, compared, and heard by the next call once it is activated", async () => {
    const operator = await company();
    const list = await send(operator, csv(["A-1"], ["A-2", { time: "soon", name: "Ben Ode" }], ["A-3"]));
    expect(list).toMatchObject({ status: "ready", rows: 2, skipped: 1, error_count: 1 });
    expect(list.diff).toEqual({ added: 2, changed: 0, removed: 0, unchanged: 0 });
    expect(list.errors).toMatchObject([{ row: 3, column: "PU Date + PU Time", reason: expect.any(String) }]);
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: false });
    const activated = await operator.post(`/api/imports/${list.id}/activation`);
    expect(await activated.json()).toMatchObject({ id: list.id, status: "current" });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true, customer_name: "Ada Quill" });
    const errors = await operator.get(`/api/imports/${list.id}/errors.csv`);
    expect(errors.headers.get("content-type")).toContain("text/csv");
    expect(await errors.text()).toMatch(/Row,Column,Reason\r\n3,/);
  });

  it("shows what is new, what changed field by field, and what is gone; undo goes back to it", async () => {
    const operator = await company();
    const first = await send(operator, csv(["A-1"], ["A-2"], ["A-3"]), "&activate=true");
    expect(first.status).toBe("current");
    const second = await send(operator, csv(["A-1", { from: "9 Hill Rd" }], ["A-3"], ["A-4"]));
    expect(second.diff).toEqual({ added: 1, changed: 1, removed: 1, unchanged: 1 });
    const changes = async (type: string) =>
      (await operator.get(`/api/imports/${second.id}/changes?type=${type}`)).json<{ items: object[] }>();
    expect(await changes("added")).toMatchObject({ items: [{ confirmation_number: "A-4", type: "added" }] });
    expect(await changes("removed")).toMatchObject({ items: [{ confirmation_number: "A-2", type: "removed" }] });
    expect(await changes("changed")).toEqual({
      items: [
        {
          confirmation_number: "A-1",
          customer_name: "Ada Quill",
          pickup_at: expect.any(Number),
          pickup_kind: "time",
          type: "changed",
          changes: [{ field: "pickup_address", from: "1 Main St", to: "9 Hill Rd" }],
        },
      ],
      next_cursor: null,
    });
    await operator.post(`/api/imports/${second.id}/activation`);
    expect(await hears(operator.phone, "A-2")).toMatchObject({ found: false });
    const undone = await operator.delete(`/api/imports/${second.id}/activation`);
    expect(await undone.json()).toMatchObject({ current: { id: first.id, status: "current" } });
    expect(await hears(operator.phone, "A-2")).toMatchObject({ found: true });
    expect(await errorOf(await operator.delete(`/api/imports/${second.id}/activation`))).toMatchObject({
      status: 409,
      code: "nothing_to_undo",
    });
    await operator.post(`/api/imports/${second.id}/activation`); // a past version can come back
    expect(await hears(operator.phone, "A-4")).toMatchObject({ found: true });
  });

  it("that was the first one leaves no list when it is undone", async () => {
    const operator = await company();
    const { id } = await send(operator, csv(["A-1"]), "&activate=true");
    expect(await (await operator.get(`/api/imports/${id}`)).json()).toMatchObject({ previous_import_id: null });
    expect(await (await operator.delete(`/api/imports/${id}/activation`)).json()).toEqual({ current: null });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: false });
  });

  it("that is already the current one changes nothing, however it is written; activating it confirms its age", async () => {
    const operator = await company();
    const first = await send(operator, csv(["A-1"], ["A-2"]), "&activate=true");
    await env.DB.prepare("UPDATE import_meta SET imported_at = 5 WHERE id = ?").bind(first.id).run();
    const again = await operator.upload("/api/imports?kind=reservations", csv(["A-1"], ["A-2"]).replaceAll(",", ";"));
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: first.id, unchanged: true, as_of: 5 });
    const confirmed = await send(operator, csv(["A-1"], ["A-2"]), "&activate=true");
    expect(confirmed).toMatchObject({ id: first.id, unchanged: true });
    expect(confirmed.as_of).toBeGreaterThan(Date.now() - 60_000);
    const { items } = await (await operator.get("/api/imports")).json<{ items: object[] }>();
    expect(items).toHaveLength(1);
    const other = await send(operator, csv(["A-9"]), "&activate=true");
    expect(await send(operator, csv(["A-1"], ["A-2"]))).toMatchObject({ unchanged: false, duplicate_of: first.id });
    expect(other.id).not.toBe(first.id);
  });

  it("is put on top of the current one where asked: its bookings win, the others stay", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-2"]), "&activate=true");
    const more = await send(operator, csv(["A-2", { from: "9 Hill Rd" }], ["A-3"]), "&mode=add");
    expect(more).toMatchObject({ mode: "add", diff: { added: 1, changed: 1, removed: 0, unchanged: 1 } });
    await operator.post(`/api/imports/${more.id}/activation`);
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true });
    expect(await hears(operator.phone, "A-2")).toMatchObject({ pickup_address: "9 Hill Rd" });
    const listed = await (await operator.get("/api/reservations")).json<{ total: number }>();
    expect(listed.total).toBe(3);
    const status = await (await operator.get("/api/import-status")).json();
    expect(status).toMatchObject({ reservations: { rows: 3, fresh: true, stale_since: null, transfers_on: true } });
  });

  it("with two rides under one number keeps both, and tells which one changed", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-1", { time: "9:00 PM" }]), "&activate=true");
    const next = await send(operator, csv(["A-1", { time: "9:00 PM", pax: "5" }], ["A-1"]));
    expect(next.diff).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 1 });
  });

  it("is compared again if the current one has changed since it was uploaded", async () => {
    const operator = await company();
    const waiting = await send(operator, csv(["A-1"], ["A-2"]));
    await send(operator, csv(["A-1"]), "&activate=true");
    const later = await (await operator.get(`/api/imports/${waiting.id}`)).json();
    expect(later).toMatchObject({ diff: { added: 1, changed: 0, removed: 0, unchanged: 1 } });
  });

  it("with nothing that can be imported does not empty the current one", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"]), "&activate=true");
    const bad = await operator.upload(
      "/api/imports?kind=reservations&activate=true",
      csv(["A-1", { time: "noonish" }]),
    );
    expect(await errorOf(bad)).toMatchObject({ status: 400, code: "file_refused", fields: ["file"], error_count: 1 });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true });
  });

  it("that nobody needs is discarded; one that callers have heard is not", async () => {
    const operator = await company();
    const heard = await send(operator, csv(["A-1"]), "&activate=true");
    const spare = await send(operator, csv(["A-2"]));
    expect((await operator.delete(`/api/imports/${spare.id}`)).status).toBe(204);
    expect((await operator.get(`/api/imports/${spare.id}`)).status).toBe(404);
    expect(await errorOf(await operator.delete(`/api/imports/${heard.id}`))).toMatchObject({ status: 409 });
    const rows = env.DB.prepare("SELECT count(*) AS n FROM reservations WHERE import_id = ?").bind(spare.id);
    expect(await rows.first("n")).toBe(0);
  });

  it("keeps ten versions for an undo, and the history of older ones", async () => {
    const operator = await company();
    const ids: string[] = [];
    for (let n = 0; n < 13; n++) ids.push((await send(operator, csv([`A-${n}`]), "&activate=true")).id);
    const kept = env.DB.prepare("SELECT count(DISTINCT import_id) AS n FROM reservations WHERE user_id = ?");
    expect(await kept.bind(operator.id).first("n")).toBe(11); // the current one and ten before it
    const [oldest = ""] = ids;
    expect(await errorOf(await operator.post(`/api/imports/${oldest}/activation`))).toMatchObject({ status: 409 });
    expect(await (await operator.get(`/api/imports/${oldest}`)).json()).toMatchObject({
      rows_kept: false,
      status: "superseded",
      diff: { added: 1 },
    });
  });

  it("leaves a row in the audit trail with every step", async () => {
    const operator = await company();
    const { id } = await send(operator, csv(["A-1"]), "&activate=true");
    await operator.delete(`/api/imports/${id}/activation`);
    expect(await importActions(operator)).toEqual(["import.activated", "import.received", "import.undone"]);
  });

  it("leaves no audit row when nothing was activated, undone or discarded", async () => {
    const operator = await company();
    const first = await send(operator, csv(["A-1"]), "&activate=true");
    const second = await send(operator, csv(["A-2"]), "&activate=true");
    const before = await importActions(operator);

    const begun = { columns: ["Conf#", "PU Date"], total_rows: 1, content_hash: "h" };
    const arriving = await (await operator.post("/api/imports?kind=reservations", begun)).json<{ id: string }>();
    await env.DB.prepare("UPDATE import_meta SET pruned_at = 5 WHERE id = ?").bind(first.id).run();
    const refused = [
      await operator.post(`/api/imports/${arriving.id}/activation`),
      await operator.post(`/api/imports/${first.id}/activation`),
      await operator.delete(`/api/imports/${second.id}/activation`),
      await operator.delete(`/api/imports/${first.id}/activation`),
      await operator.delete(`/api/imports/${first.id}`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);

    // The same when the version was taken away between the look at it and the switch.
    const scope = scopeOfUser(operator.id);
    const db = openDatabase(env.DB);
    const act = { actor: operator.id, at: Date.now() };
    const target = (id: string) => ({ id, kind: "reservations" as const });
    expect(await activateVersion(scope, db, target(first.id), act)).toBe(false);
    expect(await undoActivation(scope, db, target(first.id), act)).toBe(false);
    await discardVersion(scope, db, target(second.id), { actor: operator.id });
    expect(await importActions(operator)).toEqual(before);
  });

  it("leaves a list in use that was sent later and became current only this moment", async () => {
    const operator = await company();
    const early = await send(operator, csv(["A-1"]));
    const late = await send(operator, csv(["A-2"]), "&activate=true");
    await env.DB.prepare("UPDATE import_meta SET created_at = created_at - 1 WHERE id = ?").bind(early.id).run();
    const [scope, db] = [scopeOfUser(operator.id), openDatabase(env.DB)];
    const target = { id: early.id, kind: "reservations" as const };
    const act = { actor: operator.id, at: Date.now() };
    const before = await importActions(operator);
    expect(await activateVersion(scope, db, target, { ...act, unlessOvertaken: true })).toBe(false);
    expect(await importActions(operator)).toEqual(before);
    const current = "SELECT import_id FROM current_imports WHERE user_id = ? AND kind = 'reservations'";
    expect(await env.DB.prepare(current).bind(operator.id).first("import_id")).toBe(late.id);
    expect(await activateVersion(scope, db, target, act), "by hand").toBe(true);
  });
});

describe("a list that leaves out more than a third of the coming rides", () => {
  type Coming = { rides: number; dropped: number; asks_first: boolean; sample: object[] };
  type Shown = Import & { coming: Coming | null; held: string | null };
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n): [string] => [`R-${from + n}`]);
  const shown = async (operator: Browser, id: string) => (await operator.get(`/api/imports/${id}`)).json<Shown>();

  it("says how many, and the first of them by name and time, until it is activated", async () => {
    const operator = await company();
    await send(operator, csv(...numbers(0, 9)), "&activate=true");
    const next = await send(operator, csv(...numbers(5, 10)));
    expect(next).toMatchObject({ status: "ready", held: null });
    expect(next.coming).toMatchObject({ rides: 9, dropped: 5, asks_first: true });
    expect((next.coming as Coming).sample).toHaveLength(5);
    expect((next.coming as Coming).sample[0]).toEqual({
      confirmation_number: "R-0",
      customer_name: "Ada Quill",
      pickup_at: expect.any(Number),
      pickup_kind: "time",
    });
    // The operator who has seen it is obeyed.
    expect((await operator.post(`/api/imports/${next.id}/activation`)).status).toBe(200);
    expect(await shown(operator, next.id)).toMatchObject({ status: "current", coming: null });
    expect(await hears(operator.phone, "R-0")).toMatchObject({ found: false });
  });

  it("is also asked about when an earlier list comes back", async () => {
    const operator = await company();
    const first = await send(operator, csv(["A-1"]), "&activate=true");
    await send(operator, csv(["A-1"], ["A-2"], ["A-3"]), "&activate=true");
    expect(await shown(operator, first.id)).toMatchObject({ coming: { rides: 3, dropped: 2, asks_first: true } });
  });

  it("counts no ride that is past, cancelled or still there at another time, and none where a file is put on top", async () => {
    const operator = await company();
    const past = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    await send(
      operator,
      csv(["A-1"], ["A-2"], ["A-3", { day: past }], ["A-4", { status: "Cancelled" }], ["A-5", { time: "Will call" }]),
      "&activate=true",
    );
    const next = await send(operator, csv(["A-1", { time: "8:10 PM" }], ["A-2"], ["A-9"]));
    expect(next.coming).toMatchObject({ rides: 3, dropped: 1, asks_first: false, sample: [] });
    expect((await send(operator, csv(["A-9"]), "&mode=add")).coming).toBeNull();
  });

  it("is held when it was to be activated unseen: callers hear the list before it, and the operator gets one mail", async () => {
    const operator = await company();
    await send(operator, csv(...numbers(0, 9)), "&activate=true");
    const pushed = await operator.upload("/api/imports?kind=reservations&activate=true", csv(["X-1"]));
    expect(pushed.status).toBe(201);
    const held = await pushed.json<Shown>();
    expect(held).toMatchObject({ status: "ready", held: expect.stringContaining("9 of 9 coming rides") });
    expect(held.held).toContain(`/api/imports/${held.id}/activation`);
    expect(await hears(operator.phone, "R-0")).toMatchObject({ found: true });
    expect(await hears(operator.phone, "X-1")).toMatchObject({ found: false });
    await send(operator, csv(["X-2"]), "&activate=true");
    const mails = env.DB.prepare(
      "SELECT text_body FROM outgoing_mail WHERE user_id = ? AND subject LIKE '%pushed list%'",
    );
    const { results } = await mails.bind(operator.id).all<{ text_body: string }>();
    expect(results).toHaveLength(1);
    expect(results[0]?.text_body).toContain("9 of the 9 coming rides");
    expect(await importActions(operator)).toContain("import.held");
    expect((await operator.post(`/api/imports/${held.id}/activation`)).status).toBe(200);
    expect(await hears(operator.phone, "X-1")).toMatchObject({ found: true });
  });

  it("is held in the same way when an upload in pages completes", async () => {
    const operator = await company();
    await send(operator, csv(...numbers(0, 9)), "&activate=true");
    const columns = ["Conf#", "Passenger", "PU Date", "PU Time"];
    const begun = { columns, total_rows: 1, content_hash: "pages" };
    const { id } = await (await operator.post("/api/imports?kind=reservations", begun)).json<Import>();
    await operator.put(`/api/imports/${id}/pages/0`, { rows: [["X-1", "Ada Quill", TOMORROW, "7:10 AM"]] });
    const done = await operator.post(`/api/imports/${id}/completion?activate=true`);
    expect(await done.json()).toMatchObject({ id, status: "ready", held: expect.stringContaining("9 of 9") });
    expect(await hears(operator.phone, "R-0")).toMatchObject({ found: true });
  });

  it("is activated as it came where only a few rides are gone, as on every evening", async () => {
    const operator = await company();
    await send(operator, csv(...numbers(0, 4)), "&activate=true");
    const next = await operator.upload("/api/imports?kind=reservations&activate=true", csv(["X-1"]));
    expect(await next.json()).toMatchObject({ status: "current", held: null });
  });
});

describe("a file that is not a list", () => {
  it.each([
    ["empty", "", 400],
    ["only a header", HEADER, 400],
    ["one column", "Conf#\nA-1", 400],
    ["a cell that is too long", csv(["A-1", { from: "x".repeat(4001) }]), 413],
    ["a workbook", "PK\u0003\u0004....[Content_Types].xml", 400],
    ["a picture", "\u0000\u0001\u0002 a,b\n1,2", 400],
    ["more than 20 MB", "x".repeat(21 * 1024 * 1024), 413],
  ])("(%s) is refused with words", async (_, body, status) => {
    const operator = await company();
    const refused = await operator.upload("/api/imports?kind=reservations", body);
    expect(await errorOf(refused)).toMatchObject({ status, code: "file_refused", fields: ["file"] });
  });

  it("and one without a column for the number is told which", async () => {
    const operator = await company();
    const refused = await operator.upload("/api/imports?kind=reservations", "Colour,Pickup Date\nred,2026-12-01");
    expect(await errorOf(refused)).toMatchObject({
      status: 400,
      code: "columns_missing",
      fields: ["confirmation_number"],
    });
  });

  it("and one whose dates can be read in two ways is asked about, never guessed", async () => {
    const operator = await company();
    const list = "Conf#,Pickup Date,Pickup Time\nA-1,03/04/2027,7:10 AM";
    const asked = await errorOf(await operator.upload("/api/imports?kind=reservations", list));
    expect(asked).toMatchObject({
      status: 400,
      code: "question",
      fields: ["date_order"],
      question: { code: "date_order", options: ["mdy", "dmy"], example: { text: "03/04/2027" } },
    });
    expect(await send(operator, list, "&date_order=dmy&activate=true")).toMatchObject({ status: "current" });
    const heard = await hears(operator.phone, "A-1");
    expect(heard.pickup_time).toContain("April 3");
  });

  it("and times can only be read once the company's time zone is known", async () => {
    const nobody = await newOperator();
    const refused = await nobody.upload("/api/imports?kind=reservations", csv(["A-1"]));
    expect(await errorOf(refused)).toMatchObject({ status: 409, code: "not_configured" });
  });

  it.each([
    ["kind=horses", ["kind"]],
    ["kind=drivers&mode=mix", ["mode"]],
    ["kind=drivers&activate=maybe", ["activate"]],
    ["kind=drivers&activte=true", ["activte"]],
    ["kind=drivers&column=name", ["column"]],
  ])("and an address with %s is refused by name", async (query, fields) => {
    const operator = await company();
    const refused = await operator.upload(`/api/imports?${query}`, "name,phone\nA,6025550101");
    expect(await errorOf(refused)).toMatchObject({ status: 400, code: "validation_failed", fields });
  });
});

describe("what operators' lists really contain", () => {
  const passengers = ["Ada Quill,602-555-0171", "Ben Ode,602-555-0172", "Cy Farr,602-555-0173"];
  const van = (...who: string[]) =>
    ["Conf#,Passenger,Phone,PU Date,PU Time", ...who.map((one) => `V-1,${one},${TOMORROW},7:10 AM`)].join("\n");

  it("several passengers of one ride are each found by their own telephone or name, and hear only theirs", async () => {
    const operator = await company();
    expect(await send(operator, van(...passengers), "&activate=true")).toMatchObject({ rows: 3, skipped: 0 });
    const asks = async (args: object) => (await ask(operator.phone, { confirmation_number: "V-1", ...args })).json();
    expect(await asks({ telephone: "602-555-0172" })).toMatchObject({
      customer_name: "Ben Ode",
      other_reservations: [],
    });
    expect(await asks({ last_name: "Farr" })).toMatchObject({ customer_name: "Cy Farr", other_reservations: [] });
    expect(await asks({})).toMatchObject({ found: false });
  });

  it("a passenger who joins a ride is new, and nobody else has changed", async () => {
    const operator = await company();
    await send(operator, van(...passengers.slice(1)), "&activate=true");
    const more = await send(operator, van(...passengers));
    expect(more.diff).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 2 });
  });

  it("rides without a number are told apart by passenger and time, also where a file is put on top", async () => {
    const operator = await company();
    const header = "Passenger,Phone,PU Date,PU Time,Pickup Address";
    const ride = (who: string, from: string) => `${who},${TOMORROW},7:10 AM,${from}`;
    const list = (...rides: string[]) => [header, ...rides].join("\n");
    await send(
      operator,
      list(ride(passengers[0] ?? "", "1 Main St"), ride(passengers[1] ?? "", "2 Elm St")),
      "&activate=true",
    );
    const top = list(ride(passengers[1] ?? "", "9 Hill Rd"));
    const added = await send(operator, top, "&mode=add&activate=true");
    expect(added.diff).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 1 });
    const heard = await (await ask(operator.phone, { telephone: "6025550172", last_name: "Ode" })).json();
    expect(heard).toMatchObject({ found: true, confirmation_number: "", pickup_address: "9 Hill Rd" });
    expect(heard).toMatchObject({ summary: expect.stringMatching(/^The reservation for Ben Ode/) });
    expect(await (await ask(operator.phone, { telephone: "6025550171" })).json()).toMatchObject({ found: true });
  });

  it("a status that nobody has explained is told as such, offers no driver, and is remembered once it is explained", async () => {
    const operator = await company({ transfer_enabled: true });
    await operator.upload("/api/imports?kind=drivers&activate=true", "Driver,Mobile\nLuis Ortega,602-555-0199");
    const list = csv(["A-1", { status: "Car not available", driver: "Luis Ortega" }]);
    const first = await send(operator, list, "&activate=true");
    expect(first.warnings).toMatchObject([{ code: "unknown_status", words: ["Car not available"], rows: [2] }]);
    expect(await hears(operator.phone, "A-1")).toMatchObject({
      transfer_available: false,
      driver_phone: "",
      summary: expect.stringContaining("the office has to confirm the status"),
    });
    const explained = await operator.post("/api/imports?kind=reservations&activate=true", {
      columns: HEADER.split(","),
      rows: list
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")),
      mapping: {},
      status_words: { "Car not available": "cancelled" },
    });
    expect(await explained.json()).toMatchObject({ diff: { changed: 1 }, warnings: [] });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ summary: expect.stringContaining("cancelled") });
    expect(await send(operator, list)).toMatchObject({ unchanged: true, warnings: [] });
  });

  it("an open time and an appointment are said for what they are, and derive no driver from an open time", async () => {
    const operator = await company({ transfer_enabled: true });
    await operator.upload("/api/imports?kind=drivers&activate=true", "Driver,Mobile\nLuis Ortega,602-555-0199");
    const rows = [`A-1,${TOMORROW},Will Call,,Luis Ortega`, `A-2,${TOMORROW},,10:30 AM,Luis Ortega`];
    const list = ["Conf#,PU Date,PU Time,Appointment Time,Driver", ...rows].join("\n");
    expect(await send(operator, list, "&activate=true")).toMatchObject({ rows: 2, skipped: 0 });
    const open = await hears(operator.phone, "A-1");
    expect(open).toMatchObject({
      transfer_available: false,
      pickup_time: expect.stringContaining("time is still open"),
    });
    expect(await hears(operator.phone, "A-2")).toMatchObject({
      summary: expect.stringContaining("to be there by 10:30 AM"),
    });
  });

  it("a ride is found from either of two telephones", async () => {
    const operator = await company();
    await send(operator, csv(["A-1", { phone: "602-555-0171 / 520-555-0172" }]), "&activate=true");
    for (const telephone of ["6025550171", "5205550172"]) {
      expect(await (await ask(operator.phone, { telephone })).json()).toMatchObject({ found: true });
    }
  });

  it("the same rows with other bad ones report the bad rows of this file", async () => {
    const operator = await company();
    const header = "Booking ID,Passenger,Pickup Time";
    const good = `RI1,Rhea Stone,${TOMORROW} 09:30`;
    const first = await send(operator, [header, good, "RI2,Milo Farr,soon"].join("\n"), "&activate=true");
    expect(first.errors).toMatchObject([{ row: 3 }]);
    const second = await send(
      operator,
      [header, good, `RI3,Ines Brandt,${TOMORROW} 09:30 or so`, "RI4,Omar Dahl,later"].join("\n"),
    );
    expect(second).toMatchObject({ id: first.id, unchanged: true, skipped: 2, error_count: 2 });
    expect(second.errors.map(({ row }) => row)).toEqual([3, 4]);
    expect(second.errors[1]?.reason).toContain("later");
    const errors = await operator.get(`/api/imports/${first.id}/errors.csv`);
    expect(await errors.text()).toContain("later");
  });
});

describe("a push in whose address the columns are named", () => {
  const list = `Feld 1,Feld 2,Feld 3\nX-1,${TOMORROW} 7:10 AM,602-555-0171`;
  const titles = { confirmation_number: "Feld 1", pickup_time: "Feld 2", telephone: ["Feld 3"] };
  const named = (mapping: string) => `&mapping=${encodeURIComponent(mapping)}`;

  it("is read by those titles, and by the name under which they were remembered", async () => {
    const operator = await company();
    const refused = await errorOf(await operator.upload("/api/imports?kind=reservations", list));
    expect(refused).toMatchObject({ status: 400, code: "columns_missing" });
    const first = await send(operator, list, `${named(JSON.stringify(titles))}&mapping_name=hourly&activate=true`);
    expect(first).toMatchObject({ status: "current", rows: 1 });
    expect(await hears(operator.phone, "X-1")).toMatchObject({ found: true });
    const more = `${list}\nX-2,${TOMORROW} 8:10 AM,602-555-0172`;
    expect(await send(operator, more, named("hourly"))).toMatchObject({ rows: 2 });
    const strangers = await company();
    const unknown = await strangers.upload(`/api/imports?kind=reservations${named("hourly")}`, more);
    expect(await errorOf(unknown)).toMatchObject({ status: 400, fields: ["mapping"] });
  });

  it.each(["&mapping={broken", "&maping=hourly", '&mapping={"pickup_time":7}'])(
    "%s is refused, not ignored",
    async (query) => {
      const operator = await company();
      const refused = await operator.upload(`/api/imports?kind=reservations${query}`, list);
      expect(await errorOf(refused)).toMatchObject({ status: 400, code: "validation_failed" });
    },
  );
});

describe("an operator's choice of columns", () => {
  const body = {
    columns: ["No.", "Who", "When"],
    rows: [["Z-1", "Ada Quill", `${TOMORROW} 07:10`]],
    mapping: { confirmation_number: "No.", customer_name: ["Who"], pickup_time: "When" },
    status_words: { Farmed: "assigned" },
    file_name: "rides.xlsx",
  };

  it("is remembered for this header, and used by the next file without being told again", async () => {
    const operator = await company();
    const sent = await operator.post("/api/imports?kind=reservations&activate=true", body);
    expect(await sent.json()).toMatchObject({ status: "current", file_name: "rides.xlsx", source: "dashboard" });
    const key = encodeURIComponent(mappingKey(["when", "WHO", "No."]));
    const known = await operator.get(`/api/import-mappings?kind=reservations&key=${key}`);
    expect(await known.json()).toEqual({ mapping: body.mapping, status_words: body.status_words, date_order: null });
    expect((await operator.get("/api/import-mappings?kind=drivers&key=x")).status).toBe(404);
    const next = await send(operator, `No.,Who,When\nZ-2,Ben Ode,${TOMORROW} 08:00`, "&activate=true");
    expect(next).toMatchObject({ rows: 1 });
    expect(await hears(operator.phone, "Z-2")).toMatchObject({ customer_name: "Ben Ode" });
  });

  it("is also remembered when it changes no row of this file", async () => {
    const operator = await company();
    const { status_words: _, ...asked } = { ...body, columns: [...body.columns, "Status"] };
    const rows = [[...(body.rows[0] ?? []), "Farmed out"]];
    await operator.post("/api/imports?kind=reservations&activate=true", { ...asked, rows });
    const left = { ...asked, rows, status_words: { "Farmed out": "unknown" } };
    const again = await operator.post("/api/imports?kind=reservations", left);
    expect(await again.json()).toMatchObject({ unchanged: true });
    const key = encodeURIComponent(mappingKey(asked.columns));
    const known = await operator.get(`/api/import-mappings?kind=reservations&key=${key}`);
    expect(await known.json()).toMatchObject({ status_words: left.status_words });
  });

  it.each([
    [{ rows: [["a", { b: 1 }]] }, "rows"],
    [{ rows: undefined }, "rows"],
    [{ columns: "Conf#" }, "columns"],
    [{ date_order: "ydm" }, "date_order"],
    [{ total_rows: 200_001, content_hash: "h", rows: undefined }, "total_rows"],
  ])("is refused by name: %j", async (wrong, field) => {
    const operator = await company();
    const refused = await operator.post("/api/imports?kind=reservations", { ...body, ...wrong });
    expect(await errorOf(refused)).toMatchObject({ status: 400, code: "validation_failed", fields: [field] });
  });
});

describe("an upload in pages", () => {
  const COLUMNS = ["Conf#", "Passenger", "Pickup Date", "Pickup Time"];
  const page = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => [
      `P-${from + n}`,
      `Ada ${"Very ".repeat(30)}Quill`,
      "12/24/2027",
      "7:10 AM",
    ]);
  const start = {
    columns: COLUMNS,
    mapping: {},
    file_name: "rides.csv",
    mode: "replace",
    total_rows: 2300,
    content_hash: "file",
  };

  it("goes on after a dropped connection, in any order, and is one list in the end", async () => {
    const operator = await company();
    const begun = await operator.post("/api/imports?kind=reservations", start);
    expect(begun.status).toBe(201);
    const { id } = await begun.json<Import>();
    const last = await operator.put(`/api/imports/${id}/pages/1`, { rows: page(2000, 2300) });
    expect(await last.json()).toEqual({ received_pages: [1] });
    expect(await errorOf(await operator.post(`/api/imports/${id}/completion`))).toMatchObject({ status: 409 });
    const resumed = await operator.post("/api/imports?kind=reservations", start);
    expect(resumed.status).toBe(200);
    expect(await resumed.json()).toMatchObject({ id, status: "receiving", received_pages: [1], page_size: 2000 });
    for (let twice = 0; twice < 2; twice++) await operator.put(`/api/imports/${id}/pages/0`, { rows: page(0, 2000) });
    const done = await operator.post(`/api/imports/${id}/completion`);
    expect(done.status).toBe(201);
    expect(await done.json()).toMatchObject({ status: "ready", rows: 2300, skipped: 0, diff: { added: 2300 } });
    const again = await operator.post(`/api/imports/${id}/completion`);
    expect(await again.json()).toMatchObject({ id, status: "ready" });
    const left = env.DB.prepare("SELECT count(*) AS n FROM import_pages WHERE import_id = ?").bind(id);
    expect(await left.first("n")).toBe(0);
    await operator.post(`/api/imports/${id}/activation`);
    expect(await hears(operator.phone, "P-2299")).toMatchObject({ found: true });
  });

  it("of the current list leaves nothing behind", async () => {
    const operator = await company();
    const small = { ...start, total_rows: 2 };
    const upload = async () => {
      const { id } = await (await operator.post("/api/imports?kind=reservations", small)).json<Import>();
      await operator.put(`/api/imports/${id}/pages/0`, { rows: page(0, 2) });
      return operator.post(`/api/imports/${id}/completion?activate=true`);
    };
    const first = await (await upload()).json<Import>();
    const second = await upload();
    expect(second.status).toBe(200);
    expect(await second.json()).toMatchObject({ id: first.id, unchanged: true });
    const { items } = await (await operator.get("/api/imports?kind=reservations")).json<{ items: object[] }>();
    expect(items).toHaveLength(1);
  });

  it("that died while it was read and continues with other columns is read by those columns only", async () => {
    const operator = await company();
    const small = { ...start, total_rows: 2, columns: [...COLUMNS, "Other Name"] };
    const rows = page(0, 2).map((row, n) => [...row, `Ben ${n}`]);
    const { id } = await (await operator.post("/api/imports?kind=reservations", small)).json<Import>();
    await operator.put(`/api/imports/${id}/pages/0`, { rows });
    const { d1, arm, died } = dyingDatabase(env.DB);
    const unlucky = await signedIn(operator.email, { bindings: { DB: d1 } });
    const written = env.DB.prepare("SELECT count(*) AS n FROM reservations WHERE import_id = ?").bind(id);
    for (let statement = 5; (await written.first("n")) === 0; statement++) {
      arm({ statement, when: "after" });
      await unlucky.post(`/api/imports/${id}/completion`);
      expect(died()).toBe(true);
    }
    const mapping = { customer_name: "Other Name" };
    await operator.post("/api/imports?kind=reservations", { ...small, mapping });
    await operator.post(`/api/imports/${id}/completion?activate=true`);
    expect(await hears(operator.phone, "P-0")).toMatchObject({ customer_name: "Ben 0" });
  });

  it("refuses a page that the file does not have, and rows that are not its own", async () => {
    const operator = await company();
    const { id } = await (await operator.post("/api/imports?kind=reservations", start)).json<Import>();
    expect((await operator.put(`/api/imports/${id}/pages/2`, { rows: [] })).status).toBe(404);
    expect((await operator.put(`/api/imports/${id}/pages/x`, { rows: [] })).status).toBe(404);
    const short = await operator.put(`/api/imports/${id}/pages/1`, { rows: page(0, 5) });
    expect(await errorOf(short)).toMatchObject({ status: 400, fields: ["rows"] });
  });
});

describe("an API key", () => {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}`, "content-type": "text/csv" });

  async function newKey(operator: Browser) {
    const created = await operator.post("/api/api-keys", { name: "Dispatch" });
    expect(created.status).toBe(201);
    return created.json<{ id: string; key: string; prefix: string }>();
  }

  it("sends a file every hour and activates it, without a session", async () => {
    const operator = await company();
    const { key, prefix } = await newKey(operator);
    expect(key).toMatch(/^nd_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const machine = browser({ origin: null });
    const pushed = await machine.request(
      "POST",
      "/api/imports?kind=reservations&activate=true",
      csv(["A-1"]),
      bearer(key),
    );
    expect(pushed.status).toBe(201);
    const list = await pushed.json<Import>();
    expect(list).toMatchObject({ status: "current", source: "api", created_by: "API key “Dispatch”" });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true });
    expect((await machine.request("GET", "/api/imports", undefined, bearer(key))).status).toBe(200);
    const keys = await (await operator.get("/api/api-keys")).json<{ items: Record<string, unknown>[] }>();
    expect(keys.items).toMatchObject([{ name: "Dispatch", prefix, revoked_at: null }]);
    expect(keys.items[0]?.last_used_at).toBeGreaterThan(0);
    expect(JSON.stringify(keys)).not.toContain(key);
    expect(JSON.stringify(await env.DB.prepare("SELECT * FROM api_keys").all())).not.toContain(key);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toContainEqual(expect.objectContaining({ action: "import.activated", actor: "API key “Dispatch”" }));
  });

  it("opens nothing else, and nothing at all once it is revoked or was never given out", async () => {
    const operator = await company();
    const { key, id } = await newKey(operator);
    const machine = browser({ origin: null });
    const doors = ["GET /api/reservations", "GET /api/tenant-config", "GET /api/api-keys", "POST /api/api-keys"].concat(
      "DELETE /api/imports/x",
      "DELETE /api/imports/x/activation",
      "GET /api/import-status",
    );
    for (const door of doors) {
      const [method = "", path = ""] = door.split(" ");
      expect(await errorOf(await machine.request(method, path, undefined, bearer(key))), door).toMatchObject({
        status: 403,
        code: "key_not_allowed",
      });
    }
    expect((await operator.delete(`/api/api-keys/${id}`)).status).toBe(204);
    for (const bad of [key, `nd_${"x".repeat(43)}`, "nd_", "hello"]) {
      const refused = await machine.request("POST", "/api/imports?kind=reservations", csv(["A-1"]), bearer(bad));
      expect(await errorOf(refused)).toMatchObject({ status: 401, code: "unauthenticated" });
    }
    const kept = await (await operator.get("/api/api-keys")).json<{ items: { revoked_at: number }[] }>();
    expect(kept.items[0]?.revoked_at).toBeGreaterThan(0);
  });

  it("needs a name, and there are at most twenty in use", async () => {
    const operator = await newOperator();
    expect(await errorOf(await operator.post("/api/api-keys", { name: " " }))).toMatchObject({ fields: ["name"] });
    for (let n = 0; n < 20; n++) await newKey(operator);
    expect((await operator.post("/api/api-keys", { name: "One more" })).status).toBe(409);
  });
});

it("a company that sends a file every few seconds is slowed down, whatever comes of its files, and another one is not", async () => {
  const [eager, other] = await Promise.all([company(), company()]);
  const path = "/api/imports?kind=reservations&activate=true";
  const files = [csv(["A-1"]), csv(["A-1"]), "not,a\nlist"]; // a new list, the same again, and one that is refused
  for (const file of files) expect((await eager.upload(path, file)).status).not.toBe(429);
  expect(await filesCounted(eager.id)).toBe(3);
  await env.DB.prepare("UPDATE usage SET count = 120 WHERE user_id = ? AND what LIKE 'import.%'").bind(eager.id).run();
  for (const file of files) {
    expect(await errorOf(await eager.upload(path, file))).toMatchObject({ status: 429, code: "rate_limited" });
  }
  expect((await other.upload(path, csv(["A-1"]))).status).toBe(201);
});

it("forty files at the same moment do not get past the hourly limit", async () => {
  const eager = await company();
  await eager.upload("/api/imports?kind=reservations", csv(["A-1"]));
  await env.DB.prepare("UPDATE usage SET count = 110 WHERE user_id = ? AND what LIKE 'import.%'").bind(eager.id).run();
  const sent = Array.from({ length: 40 }, () => eager.upload("/api/imports?kind=reservations", "not,a\nlist"));
  const refused = (await Promise.all(sent)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(30);
});

function filesCounted(id: string) {
  return env.DB.prepare("SELECT sum(count) AS n FROM usage WHERE user_id = ? AND what LIKE 'import.%'")
    .bind(id)
    .first("n");
}

async function importActions(operator: Awaited<ReturnType<typeof company>>): Promise<string[]> {
  const { items } = await (await operator.get("/api/audit-events")).json<{ items: { action: string }[] }>();
  return items
    .map(({ action }) => action)
    .filter((action) => action.startsWith("import."))
    .sort();
}
