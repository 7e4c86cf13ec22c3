import { nameKey } from "./name.ts";

type Person = { customerName: string | null; phoneE164: string | null };

/** Who a booking is for: passengers who share a ride are distinguished by name and telephone. */
export function personOf({ customerName, phoneE164 }: Person): string {
  return `${nameKey(customerName ?? "")}|${phoneE164 ?? ""}`;
}
