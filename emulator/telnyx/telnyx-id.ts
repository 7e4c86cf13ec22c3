import { randomInt } from "node:crypto";

/** Telnyx's ids are long numbers. */
export function newTelnyxId(): string {
  return `1${Array.from({ length: 18 }, () => randomInt(10)).join("")}`;
}

/** The same number keeps its id. */
export function telnyxNumberId(phoneNumber: string): string {
  return `2${phoneNumber.replace("+", "").padStart(18, "0")}`;
}
