import { nameKey } from "./name.ts";

type Person = { customerName: string | null; phoneE164: string | null };

/** Who a booking is for: passengers who share a ride are distinguished by name and telephone. */
export function personOf({ customerName, phoneE164 }: Person): string {
  return `${nameKey(customerName ?? "")}|${phoneE164 ?? ""}`;
}

/** The person a caller has heard about. A booking without name and phone stands for itself. */
export function heardPerson(booking: Person & { confirmationKey: string }): string {
  const { customerName, phoneE164, confirmationKey } = booking;
  return customerName === null && phoneE164 === null ? confirmationKey : personOf(booking);
}
