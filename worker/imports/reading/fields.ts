import { DRIVER_SYNONYMS, RESERVATION_SYNONYMS, type Synonyms } from "./synonyms.ts";

export type Kind = "reservations" | "drivers";
type ReservationField = keyof typeof RESERVATION_SYNONYMS;
type DriverField = keyof typeof DRIVER_SYNONYMS;
export type FieldOf = { reservations: ReservationField; drivers: DriverField };

type FieldSet = {
  synonyms: Synonyms;
  required: Record<string, string>;
  /** Fields that read every column of theirs, best first, not only the first that is there. */
  everyColumn: string[];
};

export const FIELDS = {
  reservations: {
    synonyms: RESERVATION_SYNONYMS,
    required: {
      confirmation_number: "a column with the confirmation number",
      pickup_time: "a column with the pick-up date and time, or one with the date and one with the time",
    },
    everyColumn: ["telephone"],
  },
  drivers: {
    synonyms: DRIVER_SYNONYMS,
    required: { name: "a column with the driver's name" },
    everyColumn: ["phone"],
  },
} as const satisfies Record<Kind, FieldSet>;
