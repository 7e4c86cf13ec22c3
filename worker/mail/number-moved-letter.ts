import { type Letter, writeLetter } from "./letter.ts";

/** Another company has asked for a number that this company added but that never received a call. */
export function numberMovedLetter({ phoneNumber, url }: { phoneNumber: string; url: string }): Promise<Letter> {
  return writeLetter({
    subject: `${phoneNumber} was removed from your account`,
    paragraphs: [
      `You added ${phoneNumber} more than a week ago, and no call to it has ever reached your agent. Another company has now asked for it, so we removed it from your account.`,
      "If the number is yours, reply to this mail and tell us how we can verify that. Your other numbers are unchanged.",
    ],
    action: { label: "Look at your numbers", url },
  });
}
