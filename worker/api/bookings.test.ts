import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../testing/app.ts";
import { company, csv, TOMORROW } from "../testing/company.ts";
import { type Browser, seededAccounts } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

type Booking = { id: string; confirmation_number: string; keep_edit: boolean; [field: string]: unknown };
type List = { items: Booking[]; next_cursor: string | null; total: number };

async function send(operator: Browser, list: string, kind = "reservations"): Promise<{ id: string }> {
  const response = await operator.upload(`/api/imports?kind=${kind}&activate=true`, list);
  if (response.status > 201) throw new Error(await response.text());
  return response.json();
}

async function bookings(operator: Browser, query = ""): Promise<List> {
  const response = await operator.get(`/api/reservations?${query}`);
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
}

async function numbers(operator: Browser, query = ""): Promise<string[]> {
  return (await bookings(operator, query)).items.map(({ confirmation_number }) => confirmation_number);
}

async function one(operator: Browser, number: string): Promise<Booking> {
  const [booking] = (await bookings(operator, `search=${number}`)).items;
  if (!booking) throw new Error(`${number} is not in the list`);
  return booking;
}

const hears = async (phone: string, number: string) =>
  (await ask(phone, { confirmation_number: number })).json<Record<string, unknown>>();

describe("the list of bookings", () => {
  const LIST = csv(
    ["RES-1", { name: "Zoë Núñez", phone: "(602) 555-0181", time: "9:00 AM" }],
    ["RES-2", { name: "Ada Quill", time: "7:00 AM", status: "Cancelled" }],
    ["RES-3", { name: "Ben Ode", day: "2027-03-14", time: "8:00 AM", driver: "Dee Driver" }],
  );

  it("is found by name without accents, by number, and by phone however it is written", async () => {
    const operator = await company();
    await send(operator, LIST);
    for (const search of ["nunez", "ZOË", "res-1", "RES1", "602-555-0181", "+1 602 555 0181", "5550181"]) {
      expect(await numbers(operator, `search=${encodeURIComponent(search)}`), search).toEqual(["RES-1"]);
    }
    expect(await numbers(operator, "search=nobody")).toEqual([]);
    expect(await bookings(operator, "search=%25")).toMatchObject({ total: 3 }); // nothing to search by
  });

  it("is narrowed to a day of the company and to a status, and sorted", async () => {
    const operator = await company();
    await send(operator, LIST);
    expect(await numbers(operator)).toEqual(["RES-2", "RES-1", "RES-3"]);
    expect(await numbers(operator, "sort=-pickup_at")).toEqual(["RES-3", "RES-1", "RES-2"]);
    expect(await numbers(operator, "sort=confirmation_number")).toEqual(["RES-1", "RES-2", "RES-3"]);
    expect(await numbers(operator, "sort=customer_name")).toEqual(["RES-2", "RES-3", "RES-1"]);
    expect(await numbers(operator, "day=2027-03-14")).toEqual(["RES-3"]);
    expect(await numbers(operator, `day=${TOMORROW}&status=cancelled`)).toEqual(["RES-2"]);
    for (const wrong of ["day=2027-02-30", "status=lost", "sort=age", "cursor=x", "limit=0"]) {
      expect((await operator.get(`/api/reservations?${wrong}`)).status, wrong).toBe(400);
    }
  });

  it.each(["pickup_at", "-pickup_at", "confirmation_number", "customer_name"])(
    "comes in pages by %s, each booking once, also where values are equal or missing",
    async (sort) => {
      const operator = await company();
      const rows = Array.from({ length: 23 }, (_, n) => [`P-${n}`, { name: n % 3 === 0 ? "" : "Same Name" }] as const);
      await send(operator, csv(...rows.map(([number, more]): [string, Record<string, string>] => [number, more])));
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const query = `sort=${sort}&limit=5${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
        const page: List = await bookings(operator, query);
        expect(page.total).toBe(23);
        seen.push(...page.items.map(({ confirmation_number }) => confirmation_number));
        cursor = page.next_cursor;
      }
      expect(seen).toHaveLength(23);
      expect(new Set(seen).size).toBe(23);
    },
  );

  it("goes out as a file that comes back in, and runs nothing in a spreadsheet", async () => {
    const operator = await company();
    await send(operator, csv(["RES-1", { name: '"=HYPERLINK(""x"")"' }], ["RES-2", { from: "+1 Main" }]));
    const file = await (await operator.get("/api/reservations.csv")).text();
    expect(file).toContain(`'=HYPERLINK`);
    expect(file).toContain(`'+1 Main`);
    const back = await operator.upload("/api/imports?kind=reservations", file);
    expect(await back.json()).toMatchObject({
      unchanged: true,
      diff: { added: 0, changed: 0, removed: 0, unchanged: 2 },
    });
  });
});

describe("a booking that is changed by hand", () => {
  it("is heard by the next call, marked with who and when, and in the audit trail", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-2"]));
    const { id } = await one(operator, "A-1");
    const changed = await operator.patch(`/api/reservations/${id}`, {
      pickup_at: `${TOMORROW} 18:45`,
      customer_name: "Ada Lund",
      telephone: "602 555 0199",
      num_passengers: 4,
    });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({
      customer_name: "Ada Lund",
      phone_e164: "+16025550199",
      num_passengers: 4,
      edited_by: "Noor Haddad",
      edited_at: expect.any(Number),
      keep_edit: false,
    });
    expect(await hears(operator.phone, "A-1")).toMatchObject({
      customer_name: "Ada Lund",
      pickup_time: expect.stringContaining("6:45 PM"),
    });
    expect(await numbers(operator, "search=lund")).toEqual(["A-1"]);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items[0]).toMatchObject({ action: "reservation.edited", detail: { confirmation_number: "A-1" } });
  });

  it("is cancelled for callers as well", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"]));
    const { id } = await one(operator, "A-1");
    await operator.patch(`/api/reservations/${id}`, { status: "cancelled" });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ status: "cancelled", transfer_available: false });
  });

  it("becomes what the next file says, unless the operator wants to keep the change; the file's other changes still count", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-2"]));
    const [kept, lost] = [await one(operator, "A-1"), await one(operator, "A-2")];
    await operator.patch(`/api/reservations/${kept.id}`, { pickup_address: "Back door", keep_edit: true });
    await operator.patch(`/api/reservations/${lost.id}`, { pickup_address: "Back door" });
    await send(operator, csv(["A-1", { driver: "Dee Driver" }], ["A-2"]));
    expect(await one(operator, "A-1")).toMatchObject({
      pickup_address: "Back door",
      driver_assigned: "Dee Driver",
      keep_edit: true,
      edited_by: "Noor Haddad",
    });
    expect(await one(operator, "A-2")).toMatchObject({ pickup_address: "1 Main St", edited_at: null });
    await send(operator, csv(["A-1", { pax: "6" }]));
    expect(await one(operator, "A-1")).toMatchObject({ pickup_address: "Back door", num_passengers: 6 });
    await operator.patch(`/api/reservations/${(await one(operator, "A-1")).id}`, { keep_edit: false });
    await send(operator, csv(["A-1", { pax: "7" }]));
    expect(await one(operator, "A-1")).toMatchObject({ pickup_address: "1 Main St", keep_edit: false });
  });

  it("makes the same file a change again, because the list no longer equals it", async () => {
    const operator = await company();
    const first = await send(operator, csv(["A-1"]));
    await operator.patch(`/api/reservations/${(await one(operator, "A-1")).id}`, { terminal: "4" });
    const again = await send(operator, csv(["A-1"]));
    expect(again.id).not.toBe(first.id);
    expect(await one(operator, "A-1")).toMatchObject({ terminal: null });
  });

  it("is still reached by its old address after the next file", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"], ["A-2"]));
    const { id } = await one(operator, "A-1");
    await send(operator, csv(["A-1", { pax: "6" }]));
    expect(await (await operator.get(`/api/reservations/${id}`)).json()).toMatchObject({ num_passengers: 6 });
    const gone = (await operator.get(`/api/reservations/${id.replace(/:0$/, ":1")}`)).status;
    expect(gone).toBe(404);
  });

  it.each([
    [{ pickup_at: "tomorrow" }, "pickup_at"],
    [{ pickup_at: "2027-02-30 07:10" }, "pickup_at"],
    [{ num_passengers: 1.5 }, "num_passengers"],
    [{ status: "lost" }, "status"],
    [{ pickup_address: "x".repeat(401) }, "pickup_address"],
    [{ keep_edit: "yes" }, "keep_edit"],
  ])("is refused by name: %j", async (edit, field) => {
    const operator = await company();
    await send(operator, csv(["A-1"]));
    const refused = await operator.patch(`/api/reservations/${(await one(operator, "A-1")).id}`, edit);
    expect(refused.status).toBe(400);
    const { error } = await refused.json<{ error: { fields: object } }>();
    expect(Object.keys(error.fields)).toEqual([field]);
  });

  it("is refused at a time that the clocks skip", async () => {
    const operator = await company({ timezone: "America/New_York" });
    await send(operator, csv(["A-1"]));
    const { id } = await one(operator, "A-1");
    const skipped = await operator.patch(`/api/reservations/${id}`, { pickup_at: "2027-03-14 02:30" });
    expect(await skipped.json()).toMatchObject({ error: { fields: { pickup_at: expect.stringContaining("skip") } } });
  });
});

describe("a test look-up", () => {
  it("tells exactly what the agent would be told, and counts no miss", async () => {
    const operator = await company();
    await send(operator, csv(["A-1"]));
    const tried = await operator.post("/api/reservation-lookups", { confirmation_number: "a 1", caller_number: "" });
    const { answer, milliseconds } = await tried.json<{ answer: object; milliseconds: number }>();
    expect(answer).toEqual(await hears(operator.phone, "A-1"));
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    for (let n = 0; n < 7; n++) {
      const missed = await operator.post("/api/reservation-lookups", { confirmation_number: `B-${n}` });
      expect(await missed.json()).toMatchObject({ answer: { found: false } });
    }
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true });
    const misses = env.DB.prepare(
      "SELECT count(*) AS n FROM lookup_misses WHERE user_id = ? AND result <> 'heard'",
    ).bind(operator.id);
    expect(await misses.first("n")).toBe(0);
  });

  it("asks for what the company wants a caller to know, unless they call from the booking's number", async () => {
    const operator = await company({ verification: "second_factor" });
    await send(operator, csv(["A-1"]));
    const lookUp = async (args: object) =>
      (await operator.post("/api/reservation-lookups", { confirmation_number: "A-1", ...args })).json();
    expect(await lookUp({})).toMatchObject({ answer: { found: false, verification_required: true } });
    expect(await lookUp({ last_name: "Quill" })).toMatchObject({ answer: { found: true } });
    expect(await lookUp({ caller_number: "602-555-0171" })).toMatchObject({ answer: { found: true } });
  });
});

describe("the list of drivers", () => {
  type Driver = { id: string; name: string; problems: string[]; upcoming_reservations: number };
  type Drivers = { items: Driver[]; unreachable: object[] };
  const list = async (operator: Browser, query = "") => (await operator.get(`/api/drivers?${query}`)).json<Drivers>();

  it("says which drivers callers cannot reach: two with one name, no phone, or not in the list at all", async () => {
    const operator = await company();
    await send(
      operator,
      "Driver Name,Cellular Phone\nDee Driver,6025550161\nTwo Alike,6025550162\nTwo Alike,6025550163\nNo Phone,",
      "drivers",
    );
    await send(
      operator,
      csv(
        ["A-1", { driver: "Dee Driver" }],
        ["A-2", { driver: "Two Alike" }],
        ["A-3", { driver: "No Phone" }],
        ["A-4", { driver: "Away Gone" }],
      ),
    );
    const { items, unreachable } = await list(operator);
    expect(items.map(({ name, problems, upcoming_reservations: rides }) => [name, problems, rides])).toEqual([
      ["Dee Driver", [], 1],
      ["No Phone", ["no_phone"], 1],
      ["Two Alike", ["duplicate_name"], 1],
      ["Two Alike", ["duplicate_name"], 1],
    ]);
    expect(unreachable).toEqual([
      { name: "Away Gone", reservations: 1 },
      { name: "No Phone", reservations: 1 },
    ]);
    expect((await list(operator, "search=dee")).items).toHaveLength(1);
    expect(await hears(operator.phone, "A-1")).toMatchObject({ driver_phone: "+16025550161" });
    expect(await hears(operator.phone, "A-2")).toMatchObject({ driver_phone: "", transfer_available: false });
    const reached = (await bookings(operator)).items.map(({ driver_reachable }) => driver_reachable);
    expect(reached).toEqual([true, false, false, false]);
  });

  it("is not needed for a driver whose number stands in the list of rides, until the ride gets another driver", async () => {
    const operator = await company();
    const row = (number: string, driver: string) => `${number},Rhea Stone,602-555-0182,${TOMORROW} 9:00 AM,${driver}`;
    await send(
      operator,
      `Conf #,Passenger,Phone,Pickup Time,Driver,Driver Mobile\n${row("B-1", "Away Gone,602-555-0164")}\n${row("B-2", "Nobody Knows,")}`,
    );
    expect(await hears(operator.phone, "B-1")).toMatchObject({
      driver_phone: "+16025550164",
      transfer_available: true,
    });
    expect(await hears(operator.phone, "B-2")).toMatchObject({ driver_phone: "", transfer_available: false });
    expect((await list(operator)).unreachable).toEqual([{ name: "Nobody Knows", reservations: 1 }]);
    const ride = await one(operator, "B-1");
    expect(ride).toMatchObject({ driver_phone_e164: "+16025550164", driver_reachable: true });
    await operator.patch(`/api/reservations/${ride.id}`, { driver_assigned: "Nobody Knows", keep_edit: true });
    expect(await hears(operator.phone, "B-1")).toMatchObject({ driver_phone: "", transfer_available: false });
    expect(await one(operator, "B-1")).toMatchObject({ driver_phone_e164: null, driver_reachable: false });
  });

  it("can also be kept by hand: started, corrected and cleared, and the next call hears each step", async () => {
    const operator = await company();
    await send(operator, csv(["A-1", { driver: "Dee Driver" }]));
    const added = await operator.post("/api/drivers", { name: " Dee  Driver ", phone: "(602) 555-0161" });
    expect(added.status).toBe(201);
    const { id } = await added.json<Driver>();
    expect(await hears(operator.phone, "A-1")).toMatchObject({ driver_phone: "+16025550161" });
    const moved = await operator.patch(`/api/drivers/${id}`, { phone: "602 555 0169", available_days: "daily" });
    expect(await moved.json()).toMatchObject({
      phone_e164: "+16025550169",
      available_days: "daily",
      name: "Dee Driver",
    });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ driver_phone: "+16025550169" });
    expect((await operator.delete(`/api/drivers/${id}`)).status).toBe(204);
    expect((await operator.delete(`/api/drivers/${id}`)).status).toBe(404);
    expect(await hears(operator.phone, "A-1")).toMatchObject({ transfer_available: false });
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: { action: string }[] }>();
    const actions = items.map(({ action }) => action).filter((action) => action.startsWith("driver."));
    expect(actions).toEqual(["driver.removed", "driver.edited", "driver.added"]);
    const file = await (await operator.get("/api/drivers.csv")).text();
    expect(file).toContain("name,phone,available_days");
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "Dee", phone: "12" }, "phone"],
    [{ phone: "6025550161" }, "name"],
  ])("refuses %j by name", async (driver, field) => {
    const operator = await company();
    const refused = await operator.post("/api/drivers", driver);
    const { error } = await refused.json<{ error: { fields: object } }>();
    expect([refused.status, Object.keys(error.fields)]).toEqual([400, [field]]);
  });
});
