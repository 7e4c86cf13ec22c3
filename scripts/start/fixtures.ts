import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../drizzle/seed");

/** A seeded company's file as text. */
export function readFixture(kind: "reservations" | "drivers", company: string): string {
  return readFileSync(join(FOLDER, `${kind}-${company}.csv`), "utf8");
}
