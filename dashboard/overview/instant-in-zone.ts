/**
 * What a field for date and time holds ("2026-12-24T18:00"), as an instant in the company's zone (epoch milliseconds);
 * null if it is empty. Of a time that comes twice or not at all when the clocks change, the later reading counts. The
 * calendar is loaded only now: the Overview needs none.
 */
export async function instantInZone(local: string, zone: string): Promise<number | null> {
  const { wallTimeToInstant } = await import("../../worker/hours/wall-time-to-instant.ts");
  const time = wallTimeToInstant(local.slice(0, 16).replace("T", " "), zone);
  if (time === null) return null;
  return "at" in time ? time.at : time.later;
}
