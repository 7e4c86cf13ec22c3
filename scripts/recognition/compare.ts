import { type Field, NEVER_WRONG } from "./fields.ts";
import type { FoundRow } from "./found-row.ts";
import type { ExpectedRow } from "./layout.ts";

/** How many values a field of one row should have, how many were found, and how many of these are right. */
export type Count = { expected: number; found: number; right: number };

/** Compares one field of a row that was found with the row that was expected; either may be missing. */
export function compareField(field: Field, expected: ExpectedRow | null, found: FoundRow | null): Count {
  const wanted = valuesOf(field, expected?.[field]);
  const allowed = valuesOf(field, expected?.[`?${field}`]);
  const got = valuesOf(field, found?.[field]);
  const isPhone = PHONES.includes(field);
  if (wanted.length > 0 && isLeftOpen(field, got[0], wanted)) return { expected: 1, found: 0, right: 0 };
  const right = got.filter((value) => wanted.includes(value)).length;
  const wrong = got.filter((value) => !wanted.includes(value) && !allowed.includes(value)).length;
  return { expected: isPhone ? wanted.length : Math.min(wanted.length, 1), found: right + wrong, right };
}

const PHONES: readonly Field[] = ["telephone", "phone", "driver_phone"];
const NAMES: readonly Field[] = ["customer_name", "driver_assigned", "name"];
const EXACT: readonly Field[] = [...PHONES, ...NEVER_WRONG.filter((field) => field.endsWith("_time"))];

function valuesOf(field: Field, value: string | number | string[] | undefined): string[] {
  if (value === undefined) return [];
  return [value].flat().map((one) => comparable(field, String(one)));
}

function comparable(field: Field, text: string): string {
  if (EXACT.includes(field)) return text;
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return NAMES.includes(field) ? words.replace(/^(?:(?:mr|mrs|ms|miss|dr|prof|herr|frau|sr|sra|mme) )+/, "") : words;
}

/** A day without the time that was there, or a status that the office has to confirm: missing, but nothing is wrong. */
function isLeftOpen(field: Field, found: string | undefined, wanted: string[]): boolean {
  if (found === undefined || wanted.includes(found)) return false;
  if (field === "status") return found === "unknown";
  return (
    field === "pickup_time" && /^\d{4}-\d\d-\d\d$/.test(found) && wanted.some((time) => time.startsWith(`${found}T`))
  );
}
