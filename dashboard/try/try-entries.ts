import type { ToolUse } from "../calls/call/conversation.ts";
import type { TurnMessage } from "./try-replies.ts";

export type TryEntry = { kind: "agent" | "caller"; text: string } | { kind: "tool"; use: ToolUse };

/** The conversation as it is shown: each tool with its answer, which always follows it. */
export function tryEntries(messages: TurnMessage[]): TryEntry[] {
  return messages.flatMap((message, index): TryEntry[] => {
    if (message.role === "tool_call_result") return [];
    if (message.role !== "tool_call_invocation") {
      return [{ kind: message.role === "agent" ? "agent" : "caller", text: message.content }];
    }
    const next = messages[index + 1];
    const result = next?.role === "tool_call_result" ? parsed(next.content) : null;
    const use = { name: message.name, given: parsed(message.arguments), result, ok: result === null ? null : true };
    return [{ kind: "tool", use }];
  });
}

/** Why the agent offered a transfer after its latest look-up, or did not; null before one has found a booking. */
export function transferWords(entries: TryEntry[]): { offered: boolean; reason: string } | null {
  const found = entries.findLast((entry) => entry.kind === "tool" && answerOf(entry.use).found === true);
  if (found?.kind !== "tool") return null;
  const { transfer_available: offered, transfer_reason: reason } = answerOf(found.use);
  return { offered: offered === true, reason: typeof reason === "string" ? reason : "" };
}

function answerOf({ result }: ToolUse): Record<string, unknown> {
  return typeof result === "object" && result !== null ? result : {};
}

function parsed(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : text;
  } catch {
    return text;
  }
}
