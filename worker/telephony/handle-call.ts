import { within } from "../lib/deadline.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { CarrierAsks } from "../tenancy/carrier-gate.ts";
import { afterOffice, afterSip, answerCall, type Decided, type VoiceStep } from "./answer-call.ts";
import { forwardWordAfter, forwardWordOf } from "./forward-words.ts";
import { noteSipFailed } from "./store/number-routes.ts";
import { saveKeyPressed, saveOfficeEnd, saveRoutedCall } from "./store/routed-calls.ts";

/**
 * Decides where a call that has just come in goes. It is recorded
 * after the answer, so that the caller does not wait for it.
 */
export function handleCall(services: Services, asked: CarrierAsks): Decided {
  const { scope, profile, call } = asked;
  const now = services.now();
  const decided = answerCall(asked, now);
  const toAgent = decided.step.to === "agent";
  const routed = {
    carrierCallId: call.id,
    numberId: profile.numberId,
    caller: decided.step.to === "nobody" ? null : decided.step.callerId,
    withheld: call.caller === null,
    agentNumber: profile.agentNumber,
    reason: toAgent ? forwardWordOf(decided.reason) : "",
    receivedAt: now,
    toAgentAt: toAgent ? now : null,
  };
  services.defer(() => quietly("routed_call_not_noted", saveRoutedCall(scope, services.db, routed)));
  return decided;
}

/** Decides what follows the office's leg, and records how that leg ended. */
export function handleOfficeEnd(services: Services, asked: CarrierAsks): VoiceStep {
  const { scope, call } = asked;
  const step = afterOffice(asked, services.now());
  const end = {
    officeStatus: call.dialStatus || "unknown",
    officeSeconds: call.dialSeconds,
    officeEndedAt: services.now(),
    ...(step.to === "agent" && !call.isOver
      ? { toAgentAt: services.now(), reason: forwardWordAfter(call.dialStatus) }
      : { toAgentAt: null }),
  };
  services.defer(() => quietly("office_end_not_noted", saveOfficeEnd(scope, services.db, call.id, end)));
  return step;
}

/** Decides what follows a leg to the agent over SIP, and notes one that did not get there. */
export function handleSipEnd(services: Services, asked: CarrierAsks): VoiceStep {
  const { scope, call, profile } = asked;
  const step = afterSip(asked);
  if (step.to === "agent" && !call.isOver) {
    log("sip_leg_failed", { tenant: scope.userId, carrier: asked.carrier, status: call.dialStatus });
    const noted = noteSipFailed(scope, services.db, profile.numberId, services.now());
    services.defer(() => quietly("sip_failure_not_noted", noted));
  }
  return step;
}

/**
 * Whether somebody at the office takes the call. It is stored before the answer, because the carrier's next question
 * depends on it. If storing takes too long, the call is connected all the same.
 */
export async function handleKey(services: Services, { scope, call }: CarrierAsks): Promise<boolean> {
  if (call.digits !== "1") return false;
  const noted = saveKeyPressed(scope, services.db, call.parentId, services.now());
  services.defer(() => quietly("key_not_noted_late", noted)); // otherwise it may be cancelled once the answer is out
  await quietly("key_not_noted", within(NOTE_MS, noted));
  return true;
}

const NOTE_MS = 1000; // somebody has picked up and hears nothing meanwhile
