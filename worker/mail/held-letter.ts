import { type Letter, writeLetter } from "./letter.ts";

/** A list that was pushed leaves out many coming rides, so it waits for the operator. */
export function heldLetter({ rides, dropped, url }: { rides: number; dropped: number; url: string }): Promise<Letter> {
  return writeLetter({
    subject: "A pushed list was not activated because it leaves out many coming rides",
    paragraphs: [
      `Your dispatch system sent a list that leaves out ${dropped} of the ${rides} coming rides your agent knows. It may be the wrong file, such as an export of another day.`,
      "Your agent still answers from the list before it. If the new list is right, activate it. If not, nothing has happened: send the right one.",
    ],
    action: { label: "Look at the list", url },
    closing: "You get this mail at most once a day.",
  });
}
