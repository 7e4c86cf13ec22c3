import { byName, keysWhere } from "../lib/field-table.ts";
import { DRIVER_COLUMNS } from "./fields.ts";
import type { ListedDriver } from "./store/driver-list.ts";

const SHOWN = keysWhere(DRIVER_COLUMNS, "shown", true);

type Problem = "duplicate_name" | "no_phone";

/** A driver as the API shows them, with the reason why callers cannot be put through. */
export function driverReply(driver: ListedDriver) {
  const problems: Problem[] = [
    ...(driver.namesakes > 1 ? (["duplicate_name"] as const) : []),
    ...(driver.phoneE164 === null ? (["no_phone"] as const) : []),
  ];
  return {
    id: driver.id,
    ...byName(DRIVER_COLUMNS, SHOWN, driver),
    problems,
    upcoming_reservations: driver.upcoming,
  };
}
