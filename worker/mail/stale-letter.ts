import { type Letter, writeLetter } from "./letter.ts";

/** The list of bookings has grown older than the company allows. `asOf` and `hours` in words the operator knows. */
export function staleLetter({ asOf, hours, url }: { asOf: string; hours: number; url: string }): Promise<Letter> {
  return writeLetter({
    subject: "Your reservations are out of date: calls no longer reach drivers",
    paragraphs: [
      `The list your agent answers from is from ${asOf}, more than ${hours === 1 ? "an hour" : `${hours} hours`} ago.`,
      "Callers still hear their bookings, with the age of the list. They are no longer put through to drivers until a new list comes.",
    ],
    action: { label: "Import a new list", url },
    closing: "You get this mail once each time the list grows old.",
  });
}
