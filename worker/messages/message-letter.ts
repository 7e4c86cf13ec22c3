import { sayTime } from "../hours/say-time.ts";
import { type Letter, writeLetter } from "../mail/letter.ts";
import type { MessageCategory } from "./categories.ts";
import { CATEGORY_WORDS } from "./categories.ts";

export type MailedMessage = {
  id: string;
  category: MessageCategory;
  message: string;
  callerName: string | null;
  callbackNumber: string | null;
  confirmationNumber: string | null;
  createdAt: number;
};

/** `dashboard` is the dashboard's origin. */
type Desk = { timezone: string; now: number; dashboard: string };

const LONGEST_SUBJECT = 120; // longer than what a phone's list of mails shows

/** The mail about one message. Its subject says who wants what. */
export function messageLetter(mailed: MailedMessage, desk: Desk): Promise<Letter> {
  const { category, message } = mailed;
  return writeLetter({
    subject: oneLine(`${CATEGORY_WORDS[category]} from ${who(mailed)}: ${message}`),
    paragraphs: [message, ...facts(mailed, desk)],
    action: { label: "Open the message", url: `${desk.dashboard}/messages?id=${mailed.id}` },
    closing: "The caller was told that this has been requested, not that it is done.",
  });
}

/** The mail about several messages. */
export function digestLetter(messages: MailedMessage[], desk: Desk): Promise<Letter> {
  const [first] = messages;
  const others = messages.length > 1 ? ` and ${messages.length - 1} more` : "";
  return writeLetter({
    subject: oneLine(`${messages.length} new messages: ${first ? who(first) : "a caller"}${others}`),
    paragraphs: messages.map((mailed) =>
      [`${CATEGORY_WORDS[mailed.category]} from ${who(mailed)}: ${mailed.message}`, ...facts(mailed, desk)].join(
        " \u00b7 ",
      ),
    ),
    action: { label: "Open your messages", url: `${desk.dashboard}/messages` },
    closing:
      "More than ten messages came within an hour, so these are in one mail. The callers were told that this has been requested, not that it is done.",
  });
}

function who({ callerName, callbackNumber }: MailedMessage): string {
  return callerName ?? callbackNumber ?? "a caller";
}

function facts({ callbackNumber, confirmationNumber, createdAt }: MailedMessage, { timezone, now }: Desk): string[] {
  return [
    callbackNumber ? `Call back: ${callbackNumber}` : "The caller left no number.",
    ...(confirmationNumber ? [`Confirmation number: ${confirmationNumber}`] : []),
    `Received ${sayTime(createdAt, timezone, now)}.`,
  ];
}

/** A subject must be one line: a line break would start another header. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}\u2026`;
}
