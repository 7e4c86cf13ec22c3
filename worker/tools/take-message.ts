import { sha256 } from "../lib/sha256.ts";
import { utcDay } from "../lib/utc-day.ts";
import { queueMail } from "../mail/post-mail.ts";
import { messageDesk } from "../messages/store/message-settings.ts";
import { saveMessage } from "../messages/store/messages.ts";
import { heardPhones } from "../reservations/heard-phone.ts";
import type { Services } from "../services.ts";
import type { ToolCaller } from "../tenancy/tool-gate.ts";
import type { TakeMessageArgs } from "./take-message-args.ts";

const TAKEN = {
  taken: true,
  message: "The message was passed on to the office. What it asks for is requested, not done.",
};
const NOT_TAKEN = {
  taken: false,
  message: "No company could be matched to this call, so no message can be taken. Ask the caller to call back.",
};

/**
 * Stores what a caller wants the office to know, and mails it. The caller hears that it was passed on only after it is
 * stored. The same words in the same call are one message, so the agent and Retell may repeat a request; a corrected
 * name or call-back number replaces the one before.
 * @throws AppError 403 when the call claims another company than the dialled one
 */
export async function takeMessage(
  caller: ToolCaller,
  services: Services,
  args: TakeMessageArgs,
): Promise<{ outcome: string; tenant: string | null; answer: { taken: boolean; message: string } }> {
  const desk = await messageDesk(caller.scope, services.db);
  if (!desk) return { outcome: "unknown_number", tenant: null, answer: NOT_TAKEN };
  caller.assertClaims(desk.userId, undefined);
  const now = services.now();
  const messageHash = await sha256(args.message);
  // Without a call, the request and the day identify a message: the same words on another day are a new one.
  const message = {
    id: crypto.randomUUID(), // the mail links to it
    callId: caller.callId ?? `legacy:${await sha256(`${utcDay(now)} ${JSON.stringify(args)}`)}`,
    messageHash,
    category: args.category,
    message: args.message,
    callerName: args.caller_name ?? null,
    callbackNumber: callbackNumber(args.callback_number, caller),
    fromNumber: caller.callerId,
    confirmationNumber: args.confirmation_number ?? null,
  };
  const { messageLetter } = await import("../messages/message-letter.ts"); // a ringing phone needs no letters
  const dashboard = services.settings.PUBLIC_URL;
  const mail = desk.categories.includes(args.category)
    ? { recipient: desk.address, ...(await messageLetter({ ...message, createdAt: now }, { ...desk, now, dashboard })) }
    : null;
  const { first, mailId } = await saveMessage(caller.scope, services.db, message, { mail, now });
  if (mailId) services.defer(() => queueMail(services, mailId));
  return { outcome: first ? "taken" : "repeated", tenant: desk.userId, answer: TAKEN };
}

/** What the caller gave, as E.164 if it is one number and otherwise as said. Without it, the number they call from. */
function callbackNumber(given: string | undefined, { callerId, country }: ToolCaller): string | null {
  if (given === undefined) return callerId;
  const [number, another] = heardPhones(given, country);
  return number && !another ? number : given;
}
