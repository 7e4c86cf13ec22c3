import type { CallReport } from "../emulator/retell/call-report.ts";

const LONGEST_RESULT = 160; // characters of a tool's answer that are shown

/** A call as text for a terminal: conversation, tool calls, events, timings, and a note that no language model took part. */
export function printedCall(report: CallReport, { from, to }: { from: string; to: string }): string {
  return [
    `Call from ${from} to ${to}${report.call_id === null ? "" : ` (${report.call_id})`}`,
    "The dialogue is scripted: the agent's lines follow fixed rules, no language model took part.",
    ...section(
      "Conversation",
      report.transcript.map(({ role, content }) => `${role === "agent" ? "Agent " : "Caller"}  ${content}`),
    ),
    ...section("Tool calls", report.tool_calls.flatMap(toolLines)),
    ...section("Requests", requestLines(report)),
    ...section("Timings", timingLines(report)),
    ...(report.unset_variables.length > 0
      ? ["", `Variables that nobody set: ${report.unset_variables.map((name) => `{{${name}}}`).join(" ")}`]
      : []),
    "",
    report.ok
      ? `The call ended well (${report.disconnection_reason}).`
      : `The call failed. ${report.error ?? ""}`.trim(),
  ].join("\n");
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function toolLines({ name, args, response, ms, status }: CallReport["tool_calls"][number]): string[] {
  const outcome = status === null ? "" : ` → ${status} in ${ms} ms`;
  return [`${name} ${JSON.stringify(args)}${outcome}`, `    ${short(response)}`];
}

function requestLines({ inbound, events }: CallReport): string[] {
  const webhook = inbound && `inbound webhook → ${inbound.status ?? "no answer"}${tries(inbound.attempts)}`;
  return [
    ...(webhook === null ? [] : [webhook]),
    ...events.map((e) => `${e.event} → ${e.status ?? "no answer"}${tries(e.attempts)}`),
  ];
}

function timingLines({ timings, call_id }: CallReport): string[] {
  const { inbound_ms, tools_ms, total_ms, duration_ms } = timings;
  return [
    `inbound webhook ${inbound_ms} ms, tools ${tools_ms} ms, whole simulation ${total_ms} ms`,
    ...(call_id === null ? [] : [`spoken, the call would have lasted ${Math.round(duration_ms / 1000)} s`]),
  ];
}

function tries(attempts: number): string {
  return attempts === 1 ? "" : ` (${attempts} tries)`;
}

function short(response: unknown): string {
  const text = typeof response === "string" ? response : JSON.stringify(response);
  return text.length <= LONGEST_RESULT ? text : `${text.slice(0, LONGEST_RESULT)}…`;
}
