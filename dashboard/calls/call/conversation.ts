import type { Turn } from "../call-replies.ts";

/** A tool that the agent used, with its result; `ok` is null while there is none. */
export type ToolUse = {
  name: string;
  given: Record<string, unknown> | string | null;
  result: Record<string, unknown> | string | null;
  ok: boolean | null;
};

/** An entry of a conversation. `at` is in milliseconds from the start of the call. */
export type Entry =
  | { kind: "agent" | "caller" | "aside"; text: string; at: number | null }
  | { kind: "tool"; use: ToolUse; at: number | null };

/** A transcript as it is shown: each tool's result is put with its call, and empty turns are left out. */
export function conversationOf(turns: Turn[]): Entry[] {
  const entries: Entry[] = [];
  const waiting: { id: string | undefined; use: ToolUse }[] = [];
  for (const turn of turns) {
    const { role, name = "", id, at_ms: at } = turn;
    if (role === "tool_call") {
      const use: ToolUse = { name, given: turn.arguments ?? turn.text, result: null, ok: null };
      waiting.push({ id, use });
      entries.push({ kind: "tool", use, at });
    } else if (role === "tool_result") {
      const result = { result: turn.result ?? turn.text, ok: turn.ok ?? true };
      const asked = waiting.findIndex((one) => (id === undefined ? one.use.name === name : one.id === id));
      const [found] = asked === -1 ? [] : waiting.splice(asked, 1);
      if (found) Object.assign(found.use, result);
      else entries.push({ kind: "tool", use: { name, given: null, ...result }, at });
    } else {
      const text = role === "other" ? asideText(name, turn.text) : turn.text;
      if (text) entries.push({ kind: role === "other" ? "aside" : role, text, at });
    }
  }
  return entries;
}

function asideText(name: string, text: string | null): string | null {
  if (!text) return null;
  if (name === "dtmf") return `The caller pressed ${text}.`;
  if (name === "sms") return `Text message: ${text}`;
  if (name === "transfer_target") return `Person who took the call: ${text}`;
  return text;
}
