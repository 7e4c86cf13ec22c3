import { beforeEach, describe, expect, it } from "vitest";
import { type Browser, CITY, COAST, seededAccounts, signedIn } from "../testing/operator.ts";

type Item = { what: string; actor: string; about: string | null; changes: { field: string; from: unknown }[] };

let city: Browser;
let coast: Browser;

beforeEach(async () => {
  await seededAccounts();
  [city, coast] = [await signedIn(CITY.user.email), await signedIn(COAST.user.email)];
});

async function history(query = ""): Promise<Item[]> {
  const { items } = await (await city.get(`/api/audit-events${query}`)).json<{ items: Item[] }>();
  return items;
}

describe("the history of changes", () => {
  it("says who changed what, from which value to which", async () => {
    await city.put("/api/tenant-config", { ring_seconds: 25 });
    await city.put("/api/tenant-config", { ring_seconds: 30 });
    expect((await history())[0]).toMatchObject({
      what: "Changed the Agent Settings",
      actor: CITY.user.name,
      changes: [{ field: "ring_seconds", from: 25, to: 30 }],
    });
    await city.put("/api/retention", { transcript_days: 30, recording_days: 20 });
    expect((await history())[0]?.changes).toEqual([
      { field: "transcript_days", from: 90, to: 30 },
      { field: "recording_days", from: 90, to: 20 },
    ]);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    await city.put("/api/answering-override", { answers: "office", until: soon });
    await city.put("/api/answering-override", { answers: "closed", until: soon });
    expect((await history())[0]?.changes).toEqual([{ field: "answers", from: "office", to: "closed" }]);
    const driver = await (await city.post("/api/drivers", { name: "Ines Mora" })).json<{ id: string }>();
    await city.patch(`/api/drivers/${driver.id}`, { phone: "(520) 555-0166" });
    expect((await history())[0]).toMatchObject({
      about: "Ines Mora",
      changes: [{ field: "phone", from: null, to: "(520) 555-0166" }],
    });
  });

  it("never holds a password, nor what a passenger's booking said", async () => {
    const added = await city.post("/api/phone-numbers", { phone_number: "+16025550177" });
    const { id } = await added.json<{ id: string }>();
    await city.patch(`/api/phone-numbers/${id}`, {
      sip_trunk_uri: "desk.pstn.twilio.com",
      sip_password: "canary-word",
    });
    expect((await history())[0]?.changes).toEqual([
      { field: "sip_trunk_uri", from: null, to: "desk.pstn.twilio.com" },
      { field: "sip_password" },
    ]);
    const listed = await city.get("/api/reservations");
    const { items } = await listed.json<{ items: { id: string; confirmation_number: string }[] }>();
    const [booking] = items;
    await city.patch(`/api/reservations/${booking?.id}`, { customer_name: "Bo Canary" });
    expect((await history("?area=reservation"))[0]).toMatchObject({
      about: booking?.confirmation_number,
      changes: [{ field: "customer_name" }],
    });
    const everything = await (await city.get("/api/audit-events.csv")).text();
    expect(everything).not.toMatch(/canary-word|Canary/);
  });

  it("is filtered by area, by who it was and by day", async () => {
    await city.put("/api/tenant-config", { ring_seconds: 25 });
    await city.post("/api/api-keys", { name: "Dispatch" });
    const whats = async (query: string) => new Set((await history(query)).map(({ what }) => what));
    expect(await whats("?area=api_key")).toEqual(new Set(["Created an API key"]));
    expect(await whats("?by=key")).toEqual(new Set());
    expect((await whats("?by=operator&area=settings")).size).toBe(1);
    expect(await whats("?to=2020-01-01")).toEqual(new Set());
    expect((await whats("?from=2020-01-01")).size).toBeGreaterThan(1);
    expect((await city.get("/api/audit-events?area=nothing")).status).toBe(400);
  });

  it("goes out as a file that runs nothing in a spreadsheet, with one line for each changed field", async () => {
    await city.put("/api/tenant-config", { operator_name: "=1+1", ring_seconds: 25 });
    const file = await city.get("/api/audit-events.csv?area=settings");
    expect(file.headers.get("content-disposition")).toContain("changes.csv");
    const [titles, ...lines] = (await file.text()).replace("\uFEFF", "").split("\r\n");
    expect(titles).toBe("When,Who,What,About,Field,Before,After");
    expect(lines.slice(0, 2).every((line) => line.includes("Changed the Agent Settings"))).toBe(true);
    expect(lines.join("\n")).toContain(",'=1+1");
  });

  it("shows nothing of another company", async () => {
    await city.put("/api/tenant-config", { operator_name: "City only" });
    expect(await (await coast.get("/api/audit-events")).text()).not.toContain("City only");
    expect(await (await coast.get("/api/audit-events.csv")).text()).not.toContain("City only");
  });
});
