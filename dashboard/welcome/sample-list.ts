/** The name of the sample list in the history of imports. It tells us that a list is the sample. */
export const SAMPLE_NAME = "Sample data (not your rides)";

const DAY_MS = 86_400_000;

/** A few invented rides of the next days, each marked as a sample. `now` is epoch milliseconds. */
export function sampleList(now: number): string {
  const day = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  return [
    "Confirmation,Passenger,Phone,Pickup Date,Pickup Time,Pickup Address,Drop-off,Passengers,Status",
    `SAMPLE-1001,Sample Rivera,(520) 555-0111,${day(1)},7:10 AM,1 Sample Street,Airport,2,Confirmed`,
    `SAMPLE-1002,Sample Chen,(520) 555-0112,${day(1)},4:45 PM,2 Sample Street,Airport,1,Confirmed`,
    `SAMPLE-1003,Sample Novak,(520) 555-0113,${day(2)},9:00 AM,Airport,3 Sample Street,4,Confirmed`,
  ].join("\n");
}
