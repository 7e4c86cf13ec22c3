/** One thing that happened in a call. `at_ms` counts from the beginning of the call. */
export type Turn = {
  role: "agent" | "caller" | "tool_call" | "tool_result" | "other";
  at_ms: number | null;
  text: string | null;
  /** A tool call and its result have the same id. */
  id?: string;
  name?: string;
  arguments?: Record<string, unknown>;
  result?: Record<string, unknown>;
  ok?: boolean;
};

type Fields = Record<string, unknown>;

/**
 * A call's conversation from an archived event: with tool calls if Retell sent them, otherwise the spoken turns,
 * otherwise the plain text; empty if there is none. Nothing about the event's shape is assumed.
 */
export function transcriptOf(event: unknown): Turn[] {
  const call = fields(fields(event).call);
  const entries = [
    call.transcript_with_tool_calls,
    call.scrubbed_transcript_with_tool_calls,
    call.transcript_object,
  ].find((list) => Array.isArray(list) && list.length > 0);
  if (!Array.isArray(entries)) return plainText(call.transcript);
  const tools = new Map<unknown, string>();
  return entries.map((entry) => turnOf(fields(entry), tools));
}

function turnOf(entry: Fields, tools: Map<unknown, string>): Turn {
  const at = { at_ms: startOf(entry) };
  const said = text(entry.content);
  const id = text(entry.tool_call_id);
  switch (entry.role) {
    case "agent":
      return { role: "agent", ...at, text: said };
    case "user":
      return { role: "caller", ...at, text: said };
    case "tool_call_invocation": {
      const name = text(entry.name) ?? "";
      tools.set(entry.tool_call_id, name);
      const given = object(entry.arguments);
      return {
        role: "tool_call",
        ...at,
        text: given ? null : text(entry.arguments),
        ...(id && { id }),
        name,
        ...(given && { arguments: given }),
      };
    }
    case "tool_call_result": {
      const result = object(entry.content);
      return {
        role: "tool_result",
        ...at,
        text: result ? null : said,
        ...(id && { id }),
        name: tools.get(entry.tool_call_id) ?? "",
        ...(result && { result }),
        ok: entry.successful !== false,
      };
    }
    default:
      return { role: "other", ...at, text: said ?? text(entry.digit), name: text(entry.role) ?? "" };
  }
}

/** Lines of "Agent: …" and "User: …". A line without a speaker continues the one before it. */
function plainText(transcript: unknown): Turn[] {
  const turns: Turn[] = [];
  for (const line of (text(transcript) ?? "").split("\n").filter((line) => line.trim() !== "")) {
    const [, speaker, said = ""] = /^(Agent|User): (.*)$/.exec(line) ?? [];
    const last = turns.at(-1);
    if (speaker) turns.push({ role: speaker === "Agent" ? "agent" : "caller", at_ms: null, text: said });
    else if (last) last.text = `${last.text}\n${line}`;
    else turns.push({ role: "other", at_ms: null, text: line });
  }
  return turns;
}

function startOf({ start_ms, time_sec }: Fields): number | null {
  if (typeof start_ms === "number") return start_ms;
  return typeof time_sec === "number" ? Math.round(time_sec * 1000) : null;
}

/** A JSON object, whether it came as an object or as text; null for anything else. */
function object(value: unknown): Fields | null {
  try {
    const parsed: unknown = typeof value === "string" ? JSON.parse(value) : value;
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? fields(parsed) : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
