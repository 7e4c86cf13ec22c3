/** A whole hour as the selects offer it: 0 is "12 AM", 13 is "1 PM". */
export function hourName(hour: number): string {
  return `${hour % 12 || 12} ${hour < 12 ? "AM" : "PM"}`;
}

/** What two whole hours mean together, in a sentence. */
export function hoursMeaning(start: number, end: number): string {
  if (start === end) return "You open and close at the same hour, so your office is open around the clock.";
  if (start > end) return `Overnight: you open at ${hourName(start)} and close at ${hourName(end)} the next day.`;
  return `Open every day from ${hourName(start)} to ${hourName(end)}.`;
}
