import { expect, test } from "vitest";
import { checkReservationArgs } from "./check-reservation-args.ts";

const FIELDS = Object.keys(checkReservationArgs.shape);

const reasons = (input: unknown) =>
  Object.fromEntries(
    (checkReservationArgs.safeParse(input).error?.issues ?? []).map((i) => [i.path.join("."), i.message]),
  );

test.each(FIELDS)("%s may be text, is trimmed, and may come as a number", (field) => {
  expect(checkReservationArgs.parse({ [field]: "  RES-1 " })).toEqual({ [field]: "RES-1" });
  expect(checkReservationArgs.parse({ [field]: 15205550161 })).toEqual({ [field]: "15205550161" });
  expect(checkReservationArgs.parse({ [field]: 0 })).toEqual({ [field]: "0" });
});

test.each([null, undefined, "", " \t\n", "{{user_id}}", " {{ user_id }} "])("%j counts as not given", (nothing) => {
  for (const field of FIELDS) expect(checkReservationArgs.parse({ [field]: nothing })).toEqual({});
});

test.each([{}, [], true, ["RES-1"], { value: "RES-1" }])("%j is refused and the field is named", (wrong) => {
  for (const field of FIELDS) expect(reasons({ [field]: wrong })).toEqual({ [field]: "must be text or a number" });
});

test("text up to 200 characters is accepted, longer text refused", () => {
  expect(reasons({ last_name: "x".repeat(200) })).toEqual({});
  expect(reasons({ last_name: "x".repeat(201) })).toEqual({ last_name: "must be 200 characters or less" });
});

test("a number with more digits than a number can hold is refused instead of rounded", () => {
  expect(reasons({ telephone: 1.5e20 })).toEqual({
    telephone: "is too long for a number: send it as text",
  });
});

test("unknown fields are ignored", () => {
  expect(checkReservationArgs.parse({ confirmation_number: "1", tenant: "someone else" })).toEqual({
    confirmation_number: "1",
  });
});
