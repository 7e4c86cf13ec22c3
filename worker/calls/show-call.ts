import { callById } from "../db/call-log.ts";
import { messagesOfCall } from "../db/message-inbox.ts";
import { notFound } from "../lib/errors.ts";
import { messageReply } from "../messages/message-reply.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { readKept } from "./archive.ts";
import { callReply, feedbackReply } from "./call-reply.ts";
import { recordingLink } from "./recording-link.ts";
import { transcriptOf } from "./transcript.ts";

/**
 * One call with what was said, looked up and left, and a link to its recording. The transcript is empty while the call
 * is on, and once its time is over.
 * @throws AppError 404
 */
export async function showCall(scope: UserScope, services: Services, id: string) {
  const { db, archive } = services;
  const call = await callById(scope, db, id, services.now());
  if (!call) throw notFound();
  const { callId, transcriptName, recordingName } = call;
  const [event, recording, left] = await Promise.all([
    transcriptName ? readKept(scope, archive, { shelf: "transcripts", callId, name: transcriptName }) : null,
    recordingName ? recordingLink(scope, services, id) : null,
    messagesOfCall(scope, db, callId),
  ]);
  return {
    ...callReply(call),
    transcript: transcriptOf(event),
    recording,
    feedback: feedbackReply(call),
    blocked: call.blocked === 1,
    messages: left.map(messageReply),
  };
}
