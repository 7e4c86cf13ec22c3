import { AppError } from "../lib/errors.ts";

/** A number that was bought at Retell has no trunk and is not imported: none of this changes it. */
export function boughtNumber(): AppError {
  return new AppError(
    409,
    "conflict",
    "This number belongs to the phone service itself and is connected already. There is nothing to connect, to change or to remove here; write to us if it should go.",
  );
}
