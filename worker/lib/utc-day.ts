/** The day of an instant (epoch milliseconds) in UTC: "2026-11-28". */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
