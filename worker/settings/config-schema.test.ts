import { describe, expect, test } from "vitest";
import { configChanges } from "./config-schema.ts";

const reasons = (body: unknown) => {
  const { error } = configChanges.safeParse(body);
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
};

describe("a save", () => {
  test("may name any of the fields and leaves the others alone", () => {
    expect(configChanges.parse({ company_name: "Desert Shuttle", version: 3 })).toEqual({
      company_name: "Desert Shuttle",
      version: 3,
    });
    expect(configChanges.parse({})).toEqual({});
  });

  test("stores the operator's phone number in a form that can be dialled", () => {
    expect(configChanges.parse({ operator_phone: "(520) 555-0142", office_phone: "520.555.0143" })).toEqual({
      operator_phone: "+15205550142",
      office_phone: "+15205550143",
    });
  });

  test("empties a field with null or with blank text", () => {
    expect(configChanges.parse({ office_phone: " ", welcome_message: "", operator_email: null, voice_id: "" })).toEqual(
      {
        office_phone: null,
        welcome_message: null,
        operator_email: null,
        voice_id: null,
      },
    );
  });

  test("ignores unknown fields, such as the extra ones in a reply", () => {
    expect(configChanges.parse({ phone_number: "+15205550142", user_id: "x" })).toEqual({});
  });

  test("accepts hours by weekday and dated exceptions", () => {
    const body = {
      weekly_hours: { mon: [{ open: "22:00", close: "06:00" }], sun: [] },
      hour_exceptions: [{ date: "2026-12-25", label: " Christmas ", windows: [] }],
    };
    expect(configChanges.parse(body)).toEqual({
      weekly_hours: { mon: body.weekly_hours.mon, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      hour_exceptions: [{ date: "2026-12-25", label: "Christmas", windows: [] }],
    });
  });
});

test.each([
  ["company_name", "  "],
  ["company_name", null],
  ["company_name", "Hello {{user_id}}"],
  ["company_name", "x".repeat(121)],
  ["operator_phone", "12345"],
  ["office_phone", "the front desk"],
  ["operator_email", "not an address"],
  ["timezone", "Mars/Olympus"],
  ["timezone", "+02:00"],
  ["timezone", null],
  ["welcome_message", "x".repeat(10_000)],
  ["welcome_message", "Hello {{driver_phone}}"],
  ["after_hours_message", "Hello {{"],
  ["business_hours_start", 24],
  ["business_hours_start", -1],
  ["business_hours_end", 6.5],
  ["business_hours_end", "22"],
  ["transfer_enabled", "true"],
  ["forwarding_mode", "sometimes"],
  ["ring_seconds", 4],
  ["ring_seconds", 121],
  ["verification", "none"],
  ["fresh_hours", 73],
  ["voice_id", "somebody-else"],
  ["language", "tlh"],
  ["hour_exceptions", null],
])("a save with %s = %j is refused by name, in words an operator understands", (field, value) => {
  const { [field]: reason, ...others } = reasons({ [field]: value });
  expect(reason).toMatch(/^[A-Z{].*\.$/);
  expect(reason).not.toMatch(/Invalid|expected/);
  expect(others).toEqual({});
});

test("a wrong opening time is refused at its place", () => {
  expect(reasons({ weekly_hours: { mon: [{ open: "24:00", close: "06:00" }] } })).toEqual({
    "weekly_hours.mon.0.open": "Choose when you open, from 00:00 to 23:59.",
  });
  expect(reasons({ weekly_hours: { someday: [] } })).toHaveProperty("weekly_hours");
});

test("a date that does not exist or is listed twice is refused", () => {
  const on = (date: string) => ({ date, windows: [] });
  expect(reasons({ hour_exceptions: [on("2026-02-30")] })).toHaveProperty(["hour_exceptions.0.date"]);
  expect(reasons({ hour_exceptions: [on("2026-12-25"), on("2026-12-25")] })).toHaveProperty(["hour_exceptions.1.date"]);
});
