import type { SpokenLine } from "./call-object.ts";
import type { CallSession, ToolReport } from "./call-session.ts";
import type { EventReport } from "./events.ts";
import type { InboundOutcome, InboundReport } from "./inbound.ts";

/** The response of `POST /emulator/calls`. Times are ms; `duration` is on the call's own clock, the rest is real time. */
export type CallReport = {
  call_id: string | null; // null: there was no call
  ok: boolean;
  error?: string;
  code?: "unknown_number" | "rejected" | "no_agent";
  greeting: string;
  transcript: SpokenLine[];
  tool_calls: ToolReport[];
  inbound: InboundReport | null; // null: the number has no webhook
  events: EventReport[];
  unset_variables: string[]; // stayed `{{…}}` in the prompt or the greeting
  disconnection_reason: string | null;
  timings: { inbound_ms: number; tools_ms: number; total_ms: number; duration_ms: number };
  scripted: true; // no language model took part
};

export function answeredCall(
  began: number,
  session: CallSession,
  inbound: InboundOutcome | null,
  events: EventReport[],
  unset_variables: string[],
): CallReport {
  const { call, toolReports } = session;
  const error = problem(inbound, toolReports, events);
  const first = call.transcript_object[0];
  return {
    call_id: call.call_id,
    ok: error === undefined,
    ...(error === undefined ? {} : { error }),
    greeting: first?.role === "agent" ? first.content : "",
    transcript: call.transcript_object.map(({ role, content }) => ({ role, content })),
    tool_calls: toolReports,
    inbound: inbound?.report ?? null,
    events,
    unset_variables,
    disconnection_reason: call.disconnection_reason ?? null,
    timings: timings(began, inbound, toolReports, call.duration_ms ?? 0),
    scripted: true,
  };
}

export function failedCall(
  began: number,
  inbound: InboundOutcome | null,
  code: NonNullable<CallReport["code"]>,
  error: string,
): CallReport {
  return {
    call_id: null,
    ok: false,
    error,
    code,
    greeting: "",
    transcript: [],
    tool_calls: [],
    inbound: inbound?.report ?? null,
    events: [],
    unset_variables: [],
    disconnection_reason: null,
    timings: timings(began, inbound, [], 0),
    scripted: true,
  };
}

// A call counts as failed if a request to the product failed, even though the caller was still served somehow.
function problem(inbound: InboundOutcome | null, tools: ToolReport[], events: EventReport[]): string | undefined {
  if (inbound?.report.error) return `The inbound webhook failed: ${inbound.report.error}`;
  const isFailure = (status: number | null) => status === null || status < 200 || status > 299;
  const tool = tools.find((t) => t.attempts > 0 && isFailure(t.status));
  if (tool !== undefined) return `The tool ${tool.name} failed: ${tool.status ?? "no answer"}`;
  const event = events.find((e) => e.attempts > 0 && isFailure(e.status));
  return event && `The event ${event.event} was not accepted: ${event.status ?? "no answer"}`;
}

function timings(began: number, inbound: InboundOutcome | null, tools: ToolReport[], duration_ms: number) {
  const round = (ms: number) => Math.round(ms * 10) / 10;
  return {
    inbound_ms: inbound?.report.ms ?? 0,
    tools_ms: round(tools.reduce((sum, tool) => sum + tool.ms, 0)),
    total_ms: round(performance.now() - began),
    duration_ms,
  };
}
