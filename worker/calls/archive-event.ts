import { DONE, type JobResult } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { scopeOfCallEvent } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { settleUsage } from "../usage/settle-usage.ts";
import { keep } from "./archive.ts";
import { countTools } from "./count-tools.ts";
import { recordingAddress, takeAddresses } from "./recording-addresses.ts";
import {
  type ArchivedEvent,
  callEventDone,
  claimCallEvent,
  NOTHING_TO_SHOW,
  postponeCallEvent,
} from "./store/call-events.ts";
import { transcriptOf } from "./transcript.ts";

/** An older claim belongs to a job that died. */
export const CLAIM_MS = 60_000;

const FIRST_RETRY_SECONDS = 10;
const LONGEST_RETRY_SECONDS = 6 * 3600; // retried for ever: it is the only copy
const QUEUE_RETRY_SECONDS = 3600; // anything due later is left to the sweep

/**
 * Moves one event from the inbox to the archive and stores on the call where to find it. However often it runs, and in
 * whatever order a call's events arrive, the call ends up pointing to the best transcript.
 */
export async function archiveEvent(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfCallEvent(services, id);
  if (!scope) return DONE;
  const now = services.now();
  const event = await claimCallEvent(scope, services.db, id, { now, until: now + CLAIM_MS });
  if (!event) return DONE;
  try {
    await settleUsage(scope, services, event.callId);
    await callEventDone(scope, services.db, id, await putAway(scope, services, event));
    return DONE;
  } catch (error) {
    log("event_not_archived", { id, attempt: event.attempts, ...describeError(error) });
    const seconds = Math.min(FIRST_RETRY_SECONDS * 4 ** (event.attempts - 1), LONGEST_RETRY_SECONDS);
    await postponeCallEvent(scope, services.db, id, services.now() + seconds * 1000);
    return seconds > QUEUE_RETRY_SECONDS ? DONE : { retryInSeconds: seconds + 1 };
  }
}

type Inbox = { callId: string; event: string; payload: string; payloadHash: string };

async function putAway(scope: UserScope, { archive }: Services, inbox: Inbox): Promise<ArchivedEvent> {
  const { callId } = inbox;
  const name = `${encodeURIComponent(inbox.event)}-${inbox.payloadHash.slice(0, 16)}`;
  const { rest, addresses } = takeAddresses(JSON.parse(inbox.payload)); // validated before it was stored
  await keep(scope, archive, { shelf: "transcripts", callId, name, json: JSON.stringify(rest) });
  const hasAddresses = Object.keys(addresses).length > 0;
  if (hasAddresses) {
    await keep(scope, archive, { shelf: "recordings", callId, name, json: JSON.stringify(addresses) });
  }
  const turns = transcriptOf(rest);
  return {
    callId,
    name,
    counts: countTools(turns),
    transcriptRank: turns.length > 0 ? rank(inbox.event, turns.length) : NOTHING_TO_SHOW,
    recordingRank: hasAddresses ? recordingRank(inbox.event, addresses) : null,
  };
}

function recordingRank(event: string, addresses: Record<string, string>): number {
  return recordingAddress(addresses) === null ? NOTHING_TO_SHOW : rank(event, 0);
}

/** The final event of a call ranks highest, then the longer transcript. */
function rank(event: string, turns: number): number {
  const words = ["call_ended", "call_analyzed"];
  return (words.indexOf(event) + 1) * 1_000_000 + Math.min(turns, 999_999);
}
