import { expect, it } from "vitest";
import { DRIVER_FIELDS } from "../drivers/fields.ts";
import { keysOf } from "../lib/field-table.ts";
import { DRIVER_TITLES, RESERVATION_TITLES } from "../reservations/export.ts";
import { RESERVATION_FIELDS } from "../reservations/fields.ts";
import { recogniseColumns } from "./reading/recognise-columns.ts";

// A field whose title is not recognised would be exported, and lost when the file is imported again.

it.each(keysOf(RESERVATION_FIELDS).map((field, index) => [RESERVATION_TITLES[index], field, index] as const))(
  "the exported title %s is recognised as %s",
  (_, field, index) => {
    expect(recogniseColumns("reservations", RESERVATION_TITLES).mapping[field]).toEqual([index]);
  },
);

it.each(keysOf(DRIVER_FIELDS).map((field, index) => [DRIVER_TITLES[index], field, index] as const))(
  "the title %s in a list of drivers is recognised as %s",
  (_, field, index) => {
    expect(recogniseColumns("drivers", DRIVER_TITLES).mapping[field]).toEqual([index]);
  },
);
