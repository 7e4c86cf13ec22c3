import { sayTime } from "../hours/say-time.ts";
import { type Letter, writeLetter } from "../mail/letter.ts";
import type { MessageCategory } from "./categories.ts";
import { CATEGORY_WORDS } from "./categories.ts";

export type Told = {
  id: string;
  category: MessageCategory;
  message: string;
  callerName: string | null;
  callbackNumber: string | null;
  confirmationNumber: string | null;
  createdAt: number;
};

/** `dashboard`: where it is, an origin. */
type Desk = { timezone: string; now: number; dashboard: string };

const LONGEST_SUBJECT = 120; // what a telephone's list of mails still shows of it is less

/** Tells the operator of one message: the subject says who wants what. */
export function messageLetter(told: Told, desk: Desk): Promise<Letter> {
  const { category, message } = told;
  return writeLetter({
    subject: oneLine(`${CATEGORY_WORDS[category]} from ${who(told)}: ${message}`),
    paragraphs: [message, ...facts(told, desk)],
    action: { label: "Open the message", url: `${desk.dashboard}/messages?id=${told.id}` },
    closing: "The caller was told that this is requested, not done.",
  });
}

/** Tells the operator of many messages at once. */
export function digestLetter(messages: Told[], desk: Desk): Promise<Letter> {
  const [first] = messages;
  const others = messages.length > 1 ? ` and ${messages.length - 1} more` : "";
  return writeLetter({
    subject: oneLine(`${messages.length} new messages: ${first ? who(first) : "a caller"}${others}`),
    paragraphs: messages.map((told) =>
      [`${CATEGORY_WORDS[told.category]} from ${who(told)}: ${told.message}`, ...facts(told, desk)].join(" \u00b7 "),
    ),
    action: { label: "Open your messages", url: `${desk.dashboard}/messages` },
    closing:
      "More than ten messages came within an hour, so these are in one mail. The callers were told that this is requested, not done.",
  });
}

function who({ callerName, callbackNumber }: Told): string {
  return callerName ?? callbackNumber ?? "a caller";
}

function facts({ callbackNumber, confirmationNumber, createdAt }: Told, { timezone, now }: Desk): string[] {
  return [
    callbackNumber ? `Call back: ${callbackNumber}` : "The caller left no number.",
    ...(confirmationNumber ? [`Confirmation number: ${confirmationNumber}`] : []),
    `Taken ${sayTime(createdAt, timezone, now)}.`,
  ];
}

/** A subject is one line; a line break in it would be a header of its own. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}\u2026`;
}
