import { type Letter, writeLetter } from "./letter.ts";

/** The list of bookings is older than the company allows. `asOf` is when the list is from, in words. */
export function staleLetter({ asOf, hours, url }: { asOf: string; hours: number; url: string }): Promise<Letter> {
  return writeLetter({
    subject: "Your reservations are out of date, so callers are no longer put through to drivers",
    paragraphs: [
      `The list your agent answers from is from ${asOf}, more than ${hours === 1 ? "an hour" : `${hours} hours`} ago.`,
      "Your agent still answers from this list and says how old it is. It does not put callers through to drivers until you import a new list.",
    ],
    action: { label: "Import a new list", url },
    closing: "You get this mail once each time the list goes out of date.",
  });
}
