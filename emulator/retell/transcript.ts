import { newId } from "../ids.ts";
import type { SpokenLine, Word } from "./call-object.ts";
import type { CallSession } from "./call-session.ts";

const MS_PER_WORD = 320; // unhurried speech
const PAUSE_MS = 700; // between two speakers

/** Adds a sentence to the transcript with word timings and advances the call's clock. Empty text is silence. */
export function speak(session: CallSession, role: SpokenLine["role"], content: string): void {
  if (content === "") return;
  const { call, clock } = session;
  const gap = PAUSE_MS;
  if (role === "agent" && call.transcript_object.at(-1)?.role === "user") session.turnGaps.push(gap);
  clock.advance(gap);
  const words = content.split(/\s+/).map((word) => timed(session, word));
  const utterance = { role, content, words };
  call.transcript_object.push(utterance);
  call.transcript_with_tool_calls.push(utterance);
  call.transcript += `${role === "agent" ? "Agent" : "User"}: ${content}\n`;
}

export function recordInvocation(session: CallSession, name: string, args: unknown): string {
  const tool_call_id = newId("tool_call");
  session.call.transcript_with_tool_calls.push({
    role: "tool_call_invocation",
    tool_call_id,
    name,
    arguments: JSON.stringify(args),
  });
  return tool_call_id;
}

export function recordResult(session: CallSession, tool_call_id: string, content: string, successful: boolean): void {
  session.call.transcript_with_tool_calls.push({ role: "tool_call_result", tool_call_id, content, successful });
}

function timed({ clock }: CallSession, word: string): Word {
  const start = (clock.now() - clock.started) / 1000;
  clock.advance(MS_PER_WORD);
  return { word, start, end: (clock.now() - clock.started) / 1000 };
}
