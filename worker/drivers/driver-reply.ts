import type { ListedDriver } from "./store/driver-list.ts";

type Problem = "duplicate_name" | "no_phone";

/** A driver as the API shows him, with what keeps callers from being put through. */
export function driverReply(driver: ListedDriver) {
  const problems: Problem[] = [
    ...(driver.namesakes > 1 ? (["duplicate_name"] as const) : []),
    ...(driver.phoneE164 === null ? (["no_phone"] as const) : []),
  ];
  return {
    id: driver.id,
    name: driver.name,
    phone: driver.phone,
    phone_e164: driver.phoneE164,
    available_days: driver.availableDays,
    problems,
    upcoming_reservations: driver.upcoming,
  };
}
