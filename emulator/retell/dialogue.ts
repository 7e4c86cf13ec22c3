import { answerFrom } from "./answers.ts";
import { type CallSession, lookupOf, rendered } from "./call-session.ts";
import { type Heard, hear } from "./caller-intent.ts";
import { lookUp } from "./look-up.ts";
import { continueMessage, startMessage } from "./message-flow.ts";
import { newTalk, type Talk } from "./talk.ts";
import type { EndCallTool } from "./tool-schema.ts";
import { recordInvocation, speak } from "./transcript.ts";
import { offerTransfer, transfer } from "./transfer.ts";

/**
 * A scripted conversation without a language model: the caller says the given lines, and the agent follows the steps of
 * the shared agent's prompt. The same lines and answers always give the same call.
 */
export async function converse(session: CallSession, lines: string[]): Promise<Talk> {
  const talk = newTalk(session);
  greet(session, lines);
  if (!isLoaded(session)) return apologise(talk);
  for (const line of lines) {
    await hearLine(talk, line);
    session.events.send("transcript_updated", session.call);
    if (talk.ended !== null) return talk;
  }
  talk.ended = "user_hangup";
  return talk;
}

/** The caller says one line, and the agent responds. */
export async function hearLine(talk: Talk, line: string): Promise<void> {
  speak(talk.session, "user", line);
  if (isLoaded(talk.session)) await respond(talk, line);
  else apologise(talk);
}

// With "" the caller speaks first; without a begin message a model would make one up.
function greet(session: CallSession, lines: string[]): void {
  const { begin_message, start_speaker } = session.llm;
  if (begin_message === "" || start_speaker === "user") return;
  speak(session, "agent", rendered(session, begin_message ?? "Hello, how can I help you?"));
  if (lines.length === 0) session.clock.advance(1_000);
}

// An agent without this variable (the old single-company agent) looks up without it.
function isLoaded(session: CallSession): boolean {
  const loaded = lookupOf(session)("tenant_loaded");
  if (loaded === undefined) return !(session.llm.general_prompt ?? "").includes("tenant_loaded");
  return loaded === "true";
}

function apologise(talk: Talk): Talk {
  speak(
    talk.session,
    "agent",
    "I'm sorry, I cannot look anything up right now. Please call back in a few minutes. Goodbye.",
  );
  talk.outcome.apologised = true;
  hangUp(talk);
  return talk;
}

async function respond(talk: Talk, line: string): Promise<void> {
  const heard = hear(line);
  const { session } = talk;
  if (heard.emergency) {
    speak(session, "agent", "Please hang up and call 911 now.");
    return;
  }
  if (await handledPending(talk, heard, line)) return;
  if (heard.wants !== null) {
    offerTransfer(talk, heard.wants);
    return;
  }
  if (heard.category === "late_driver" && talk.found?.transfer_available === true) {
    offerTransfer(talk, "driver");
    return;
  }
  if (heard.category !== null && !isStatusQuestion(heard)) {
    startMessage(talk, heard, line);
    return;
  }
  if (await lookUp(talk, heard, line)) return;
  if (heard.bye) {
    sayGoodbye(talk);
    return;
  }
  followUp(talk, heard, line);
}

async function handledPending(talk: Talk, heard: Heard, line: string): Promise<boolean> {
  const { pending, session } = talk;
  if (pending === null) return false;
  if (pending.kind === "message") {
    await continueMessage(talk, pending.draft, heard, line);
    return true;
  }
  talk.pending = null;
  if (pending.kind === "offer") {
    if (heard.yes) startMessage(talk, heard, line);
    return heard.yes;
  }
  if (heard.no || heard.bye) {
    const more =
      heard.bye || [heard.topic, heard.confirmation, heard.telephone, heard.category].some((x) => x !== null);
    speak(session, "agent", `All right, I won't connect you.${more ? "" : " Is there anything else?"}`);
    return !more;
  }
  if (!heard.yes) return false;
  transfer(talk, pending.tool, pending.to);
  return true;
}

function isStatusQuestion(heard: Heard): boolean {
  return heard.topic === "status" && heard.category === "cancellation";
}

function followUp(talk: Talk, heard: Heard, line: string): void {
  const { session } = talk;
  const { topic } = heard;
  if (topic === "hours") {
    const hours = lookupOf(session)("business_hours") ?? "";
    speak(session, "agent", hours === "" ? "I do not have the office hours." : `Our office hours are ${hours}.`);
    return;
  }
  if (talk.found !== null && topic !== null) {
    speak(session, "agent", answerFrom(topic, talk.found));
    return;
  }
  if (talk.locked) {
    speak(session, "agent", "The office will check that. Shall I take a message?");
    return;
  }
  if (talk.found === null) {
    speak(session, "agent", "Could you tell me your confirmation number, or the phone number on the booking?");
    return;
  }
  talk.outcome.unanswered = line;
  speak(session, "agent", "I don't have that information. I can take a message for the office if you like.");
}

function sayGoodbye(talk: Talk): void {
  const company = lookupOf(talk.session)("company_name") ?? "us";
  speak(talk.session, "agent", `Thank you for calling ${company}. Goodbye.`);
  hangUp(talk);
}

function hangUp(talk: Talk): void {
  const tool = talk.tools.find((one): one is EndCallTool => one.type === "end_call");
  if (tool !== undefined) recordInvocation(talk.session, tool.name, {});
  talk.ended = tool === undefined ? "user_hangup" : "agent_hangup";
}
