import { type Letter, writeLetter } from "./letter.ts";

type Left = { carrier: string; number: string; mark: string; why: string };

/** An account is being closed, and a number that we set up at its carrier could not be put back. */
export function leftSetUpLetter({ carrier, number, mark, why }: Left): Promise<Letter> {
  return writeLetter({
    subject: `Your number ${number} is not as it was at ${carrier}`,
    paragraphs: [
      `You are closing your Nightdesk account. We wanted to put your number ${number} at ${carrier} back as it was before we set it up, but could not. This is why:`,
      why,
      `Your agent stops answering now, so please look in ${carrier}'s console: point the number to where its calls should go, and delete what we have made there. Its name ends with ${mark}.`,
    ],
  });
}
