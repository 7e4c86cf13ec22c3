import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../testing/app.ts";
import { type Browser, COAST, newOperator, seededAccounts } from "../testing/operator.ts";

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

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const HEADER = "Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Driver,Pax,Status";

/** A list as dispatch systems export it: `rows` are confirmation numbers with what differs from the usual booking. */
function csv(...rows: [number: string, more?: Record<string, string>][]): string {
  const lines = rows.map(([number, more = {}]) => {
    const cell = {
      name: "Ada Quill",
      phone: "(602) 555-0171",
      time: "7:10 AM",
      from: "1 Main St",
      driver: "",
      pax: "2",
      status: "Confirmed",
      ...more,
    };
    return `${number},${cell.name},${cell.phone},${TOMORROW},${cell.time},${cell.from},Airport,${cell.driver},${cell.pax},${cell.status}`;
  });
  return [HEADER, ...lines].join("\r\n");
}

let line = 200;

/** A company with settings and a number of its own; its callers need to know the confirmation number alone. */
async function company(): Promise<Browser & { phone: string; id: string }> {
  const operator = await newOperator();
  await operator.put("/api/tenant-config", {
    company_name: "Desert Rides",
    timezone: "America/Phoenix",
    verification: "confirmation_only",
  });
  line += 1;
  const phone = `+1602555${String(line).padStart(4, "0")}`;
  await operator.post("/api/phone-numbers", { phone_number: phone });
  return { ...operator, phone };
}

async function send(operator: Browser, list: string, query = ""): Promise<Import> {
  const response = await operator.upload(`/api/imports?kind=reservations${query}`, list);
  if (response.status > 201) throw new Error(await response.text());
  return response.json();
}

async function hears(phone: string, number: string): Promise<Record<string, unknown>> {
  return (await ask(phone, { confirmation_number: number })).json();
}

describe("a list", () => {
  it("is understood, compared, and heard by the next call once it is activated", async () => {
    const operator = await company();
    const list = await send(operator, csv(["A-1"], ["A-2", { time: "", name: "Ben Ode" }], ["A-3"]));
    expect(list).toMatchObject({
      status: "ready",
      rows: 2,
      skipped: 1,
      error_count: 1,
      diff: { added: 2, changed: 0, removed: 0 },
    });
    expect(list.errors).toMatchObject([{ row: 3, reason: expect.any(String) }]);
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: false });
    const activated = await operator.post(`/api/imports/${list.id}/activation`);
    expect(await activated.json()).toMatchObject({ id: list.id, status: "current" });
    expect(await hears(operator.phone, "A-1")).toMatchObject({ found: true, customer_name: "Ada Quill" });
    expect(COAST.phoneNumber).not.toBe(operator.phone);
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM reservations WHERE import_id = ?").bind(list.id).first("n"),
    ).toBe(2);
  });
});
