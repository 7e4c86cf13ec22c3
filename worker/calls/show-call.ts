import { notFound } from "../lib/errors.ts";
import { messageReply } from "../messages/message-reply.ts";
import { messagesOfCall } from "../messages/store/message-inbox.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { readKept } from "./archive.ts";
import { callReply, feedbackReply } from "./call-reply.ts";
import { recordingLink } from "./recording-link.ts";
import { callById } from "./store/call-log.ts";
import { savedRetention } from "./store/retention.ts";
import { transcriptOf } from "./transcript.ts";
import { whyMissing } from "./why-missing.ts";

/**
 * One call with its transcript, look-ups and messages, and a link to its recording. The transcript is empty while the
 * call is going on and after its retention period; `transcript_missing` and `recording_missing` say why.
 * @throws AppError 404
 */
export async function showCall(scope: UserScope, services: Services, id: string) {
  const { db, archive } = services;
  const call = await callById(scope, db, id, services.now());
  if (!call) throw notFound();
  const { callId, transcriptName, recordingName } = call;
  const [event, recording, left, days] = await Promise.all([
    transcriptName ? readKept(scope, archive, { shelf: "transcripts", callId, name: transcriptName }) : null,
    recordingName ? recordingLink(scope, services, id) : null,
    messagesOfCall(scope, db, callId),
    savedRetention(scope, db),
  ]);
  return {
    ...callReply(call),
    transcript: transcriptOf(event),
    transcript_missing: whyMissing({ ...call, name: transcriptName }, days.transcriptDays, services.now()),
    recording,
    recording_missing: whyMissing({ ...call, name: recordingName }, days.recordingDays, services.now()),
    kept_days: { transcript: days.transcriptDays, recording: days.recordingDays },
    feedback: feedbackReply(call),
    blocked: call.blockId !== null,
    block_id: call.blockId,
    messages: left.map(messageReply),
  };
}
