import { RESERVATION_STATUSES, type ReservationStatus, reservationStatus } from "../../reservations/status.ts";

/**
 * A dispatch system's word as one of the fixed set: the company's own mapping first, then the words everyone uses. Null
 * when nobody has said what the word means.
 */
export function statusReader(statusWords: Record<string, string>): (word: string) => ReservationStatus | null {
  const own = new Map<string, ReservationStatus>();
  for (const [word, status] of Object.entries(statusWords)) {
    const known = RESERVATION_STATUSES.find((one) => one === status);
    if (known) own.set(comparable(word), known);
  }
  return (word) => own.get(comparable(word)) ?? reservationStatus(word);
}

function comparable(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
