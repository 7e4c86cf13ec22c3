import { callerNumber, ownNumber } from "../phone/caller-id.ts";

/** What a carrier says about a call, in the words that Twilio and Telnyx share. */
export type CarrierCall = {
  /** The carrier's id of the call; the same in every request about it. */
  id: string;
  accountSid: string;
  /** E.164; null if the caller withheld it or the carrier sent something that cannot be dialled. */
  caller: string | null;
  dialled: string | null;
  /** How the office's leg ended, only in after-dial: completed, answered, no-answer, busy, failed, canceled. */
  dialStatus: string;
  /** The caller has hung up. */
  isOver: boolean;
  /** How long the office talked, in seconds. */
  dialSeconds: number | null;
  /** Only for the office's leg: the id of the caller's leg, and the key that was pressed. */
  parentId: string;
  digits: string;
};

const OVER = ["completed", "canceled"];

export function carrierCall(rawBody: string): CarrierCall {
  const sent = new URLSearchParams(rawBody);
  const text = (name: string) => sent.get(name)?.trim() ?? "";
  const dialled = ownNumber(text("To"));
  const seconds = Number.parseInt(text("DialCallDuration"), 10);
  return {
    id: text("CallSid"),
    accountSid: text("AccountSid"),
    caller: callerNumber(text("From"), dialled ?? ""),
    dialled,
    dialStatus: text("DialCallStatus").toLowerCase(),
    isOver: OVER.includes(text("CallStatus")),
    dialSeconds: Number.isNaN(seconds) ? null : seconds,
    parentId: text("ParentCallSid"),
    digits: text("Digits"),
  };
}
