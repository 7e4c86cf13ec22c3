import { companyOf } from "../db/companies.ts";
import { saveMessage } from "../db/messages.ts";
import { sha256 } from "../lib/sha256.ts";
import { heardPhone } from "../reservations/heard-phone.ts";
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
 * Keeps what a caller wants the office to know. The caller hears that it was passed on only once it is stored. The
 * same words in the same call are one message, so the agent and Retell may repeat themselves; a corrected name or
 * call-back number replaces the one before.
 * @throws AppError 403 when the call claims another company than the dialled one
 */
export async function takeMessage(
  caller: ToolCaller,
  services: Services,
  args: TakeMessageArgs,
): Promise<{ outcome: string; tenant: string | null; answer: { taken: boolean; message: string } }> {
  const company = await companyOf(caller.scope, services.db);
  if (!company) return { outcome: "unknown_number", tenant: null, answer: NOT_TAKEN };
  caller.assertClaims(company.userId, undefined);
  const messageHash = await sha256(args.message);
  // Without a call there is only the request to tell messages apart, and the day, on which it may be meant again.
  const today = new Date(services.now()).toISOString().slice(0, 10);
  const callId = caller.callId ?? `legacy:${await sha256(`${today} ${JSON.stringify(args)}`)}`;
  const first = await saveMessage(caller.scope, services.db, {
    callId,
    messageHash,
    category: args.category,
    message: args.message,
    callerName: args.caller_name ?? null,
    callbackNumber: callbackNumber(args.callback_number, caller.callerId),
    fromNumber: caller.callerId,
    confirmationNumber: args.confirmation_number ?? null,
  });
  return { outcome: first ? "taken" : "repeated", tenant: company.userId, answer: TAKEN };
}

/** What the caller gave, as E.164 where it is a number; otherwise the number he calls from. */
function callbackNumber(given: string | undefined, callerId: string | null): string | null {
  if (given === undefined) return callerId;
  return heardPhone(given) ?? given;
}
