import { type Letter, writeLetter } from "./letter.ts";

/** Somebody else has asked for a number that this company added and never proved by a call. */
export function numberMovedLetter({ phoneNumber, url }: { phoneNumber: string; url: string }): Promise<Letter> {
  return writeLetter({
    subject: `${phoneNumber} is taken out of your account`,
    paragraphs: [
      `You added ${phoneNumber} more than a week ago, and no call to it has ever reached your agent. Another company has now asked for it, so it is taken out of your account.`,
      "If the number is yours, answer this mail and tell us how we can see that. Your other numbers are as they were.",
    ],
    action: { label: "Look at your numbers", url },
  });
}
