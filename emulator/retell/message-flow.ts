import { lookupOf } from "./call-session.ts";
import type { Heard } from "./caller-intent.ts";
import { sayWait } from "./look-up.ts";
import type { Draft } from "./message-draft.ts";
import { type Talk, toolNamed } from "./talk.ts";
import { callTool, takes } from "./tool-call.ts";
import { speak } from "./transcript.ts";

/** Starts a message for the office: asks for one thing at a time, reads it back, and sends it after a yes. */
export function startMessage(talk: Talk, heard: Heard, line: string): void {
  if (messageTool(talk) === undefined) {
    const hours = lookupOf(talk.session)("business_hours") ?? "";
    speak(talk.session, "agent", `The office can help you with that${hours === "" ? "" : ` from ${hours}`}.`);
    return;
  }
  const category = heard.category ?? "message";
  const draft: Draft = {
    message: line,
    category,
    name: heard.name,
    callback: heard.telephone ?? callerNumber(talk, heard),
    waitsFor: "name",
  };
  talk.pending = { kind: "message", draft };
  const isBare = category === "message" && line.split(/\s+/).length <= 8;
  if (!isBare) {
    askNext(talk, draft);
    return;
  }
  draft.waitsFor = "what";
  speak(talk.session, "agent", "Of course. What should I tell the office?");
}

export async function continueMessage(talk: Talk, draft: Draft, heard: Heard, line: string): Promise<void> {
  draft.name ??= heard.name;
  draft.callback ??= heard.telephone ?? callerNumber(talk, heard);
  if (draft.waitsFor === "what") draft.message = line;
  if (draft.waitsFor === "name") draft.name ??= line.replace(/[.!]$/, "");
  if (draft.waitsFor === "callback" && heard.yes) draft.callback ??= fromNumber(talk);
  if (draft.waitsFor !== "yes") {
    askNext(talk, draft);
    return;
  }
  talk.pending = null;
  if (!heard.yes) {
    speak(talk.session, "agent", "All right, I won't pass that on. Is there anything else?");
    return;
  }
  await send(talk, draft);
}

function askNext(talk: Talk, draft: Draft): void {
  const { session } = talk;
  if (draft.name === null) {
    draft.waitsFor = "name";
    speak(session, "agent", "I'll write that down for the office. May I have your name?");
    return;
  }
  if (draft.callback === null) {
    draft.waitsFor = "callback";
    const known = fromNumber(talk) !== null;
    const question = known
      ? "Shall they call the number you are calling from?"
      : "What number can they call you back on?";
    speak(session, "agent", question);
    return;
  }
  draft.waitsFor = "yes";
  const digits = draft.callback.replace(/\D/g, "").split("").join(" ");
  speak(session, "agent", `From ${draft.name}, to be called back on ${digits}: ${draft.message} Is that right?`);
}

async function send(talk: Talk, draft: Draft): Promise<void> {
  const { session } = talk;
  const tool = messageTool(talk);
  if (tool === undefined) return;
  sayWait(talk, tool, "I'm writing that down for the office.");
  talk.outcome.callerName = draft.name ?? "";
  const confirmation = talk.outcome.confirmation || talk.known.confirmation_number;
  const answer = await callTool(session, tool, {
    caller_name: draft.name ?? "",
    callback_number: draft.callback ?? "",
    message: draft.message,
    category: draft.category,
    ...(confirmation ? { confirmation_number: confirmation } : {}),
  });
  if (!answer.ok) {
    speak(session, "agent", "I'm sorry, I could not pass that on. Please call again in office hours.");
    return;
  }
  talk.outcome.messages += 1;
  const { message } = answer.fields;
  const said = typeof message === "string" && message !== "" ? message : "I passed your message on to the office.";
  speak(session, "agent", `${said} Is there anything else?`);
}

function messageTool(talk: Talk) {
  return toolNamed(talk, (tool) => takes(tool, "message"));
}

function callerNumber(talk: Talk, heard: Heard): string | null {
  return heard.thisPhone ? fromNumber(talk) : null;
}

function fromNumber(talk: Talk): string | null {
  const { from_number } = talk.session.call;
  return from_number.startsWith("+") ? from_number.slice(1) : null;
}
