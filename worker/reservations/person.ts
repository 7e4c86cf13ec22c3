import { nameKey } from "./name.ts";

type Person = { customerName: string | null; phoneE164: string | null };

/** Who a booking is for, as passengers of one ride are told apart: by name and telephone. */
export function personOf({ customerName, phoneE164 }: Person): string {
  return `${nameKey(customerName ?? "")}|${phoneE164 ?? ""}`;
}
