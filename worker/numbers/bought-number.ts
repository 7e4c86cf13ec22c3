import { AppError } from "../lib/errors.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";

/** Somebody else bought it at Retell, so it is not ours to connect, to change or to give back. */
export function isBoughtElsewhere({
  sipTrunkProvider,
  purchasedAt,
}: Pick<StoredNumber, "sipTrunkProvider" | "purchasedAt">): boolean {
  return sipTrunkProvider === "retell" && purchasedAt === null;
}

/** A number that was bought at Retell has no trunk and is not imported, so nothing here may change it. */
export function boughtNumber(): AppError {
  return new AppError(
    409,
    "conflict",
    "This number belongs to the phone service and is already connected. You cannot connect, change or remove it here. If you no longer want it, write to us.",
  );
}
