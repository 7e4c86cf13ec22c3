import { analyse } from "./analysis.ts";
import { callClock } from "./call-clock.ts";
import { callCost, spread } from "./call-cost.ts";
import type { Call, Utterance } from "./call-object.ts";
import { type CallRequest, DEFAULT_LINES } from "./call-request.ts";
import { type CallSession, lookupOf, rendered, type ToolReport } from "./call-session.ts";
import { findLine, findTarget, type Target } from "./call-target.ts";
import { converse, type Talk } from "./dialogue.ts";
import { type EventReport, eventQueue } from "./events.ts";
import { faultList } from "./faults.ts";
import { newId } from "./ids.ts";
import { type InboundOutcome, type InboundReport, ringInbound } from "./inbound.ts";
import { type Lookup, render, unsetVariables } from "./render.ts";
import type { Services } from "./services.ts";
import { headerVariables, passedHeaders } from "./sip-headers.ts";

/** What `POST /emulator/calls` answers. Times are ms; `duration` is the call's own clock, the rest real time. */
export type CallReport = {
  call_id: string | null; // null: no call came about
  ok: boolean;
  error?: string;
  code?: "unknown_number" | "rejected" | "no_agent";
  greeting: string;
  transcript: { role: "agent" | "user"; content: string }[];
  tool_calls: ToolReport[];
  inbound: InboundReport | null; // null: the number has no webhook
  events: EventReport[];
  unset_variables: string[]; // stayed `{{…}}` in the prompt or the greeting
  disconnection_reason: string | null;
  timings: { inbound_ms: number; tools_ms: number; total_ms: number; duration_ms: number };
  scripted: true; // no language model took part
};

/** Places one call: rings the webhook, plays the conversation, sends the events. Never throws for a call that fails. */
export async function placeCall(services: Services, request: CallRequest): Promise<CallReport> {
  const began = performance.now();
  const line = findLine(services.store, request);
  if (line === null) return failed(began, null, "unknown_number", `${request.to} is not a phone number at Retell.`);
  const call_id = newId("call");
  const faults = faultList(request.faults, services.faults);
  const headers = passedHeaders(request.sip_headers);
  const clock = callClock(Date.now());
  const inbound =
    line.webhookUrl === null
      ? null
      : await ringInbound({
          url: line.webhookUrl,
          body: inboundBody(request, call_id, headers, findTarget(services.store, line.bound, null)),
          apiKey: services.apiKey,
          timeoutMs: services.webhookTimeoutMs,
          faults,
        });
  const answer = inbound?.answer ?? null;
  if (answer?.reject === true) return failed(began, inbound, "rejected", "The webhook rejected the call.");
  const target = findTarget(services.store, line.bound, answer);
  if (target === null) return failed(began, inbound, "no_agent", "No agent is bound to the number and none was named.");

  const given = {
    ...target.llm.default_dynamic_variables,
    ...target.tagVariables,
    ...headerVariables(headers),
    ...answer?.dynamic_variables,
  };
  const call = newCall(request, call_id, clock.started, target);
  if (Object.keys(headers).length > 0) call.custom_sip_headers = headers;
  if (Object.keys(given).length > 0) call.retell_llm_dynamic_variables = given;
  if (answer?.metadata && Object.keys(answer.metadata).length > 0) call.metadata = answer.metadata;
  const eventsUrl = target.agent.webhook_url ? render(target.agent.webhook_url, (name) => given[name]) : null;
  const session: CallSession = {
    call,
    agent: target.agent,
    llm: target.llm,
    clock,
    given,
    collected: {},
    toolReports: [],
    turnGaps: [],
    events: eventQueue({
      url: eventsUrl,
      events: target.agent.webhook_events,
      timeoutMs: target.agent.webhook_timeout_ms ?? services.webhookTimeoutMs,
      apiKey: services.apiKey,
      faults,
    }),
    apiKey: services.apiKey,
    faults,
  };
  const { calls } = services.store.state;
  calls.push(call);
  const unset = unsetIn(session);
  session.events.send("call_started", call);
  const talk = await converse(session, request.say ?? DEFAULT_LINES);
  finish(talk);
  const events = await session.events.finished();
  services.store.save();
  return report(began, session, inbound, events, unset);
}

function inboundBody(request: CallRequest, call_id: string, headers: Record<string, string>, bound: Target | null) {
  return {
    event: "call_inbound",
    event_timestamp: Date.now(),
    call_inbound: {
      call_id,
      ...(bound === null ? {} : { agent_id: bound.agent_id, agent_version: bound.version }),
      from_number: request.from,
      to_number: request.to,
      custom_sip_headers: headers,
    },
  };
}

function newCall(request: CallRequest, call_id: string, started: number, target: Target): Call {
  return {
    call_type: "phone_call",
    call_id,
    agent_id: target.agent_id,
    agent_version: target.version,
    ...(target.agent.agent_name ? { agent_name: target.agent.agent_name } : {}),
    call_status: "ongoing",
    from_number: request.from,
    to_number: request.to,
    direction: "inbound",
    data_storage_setting: target.agent.data_storage_setting ?? "everything",
    opt_in_signed_url: target.agent.opt_in_signed_url ?? false,
    start_timestamp: started,
    transcript: "",
    transcript_object: [],
    transcript_with_tool_calls: [],
    latency: {},
  };
}

function finish(talk: Talk): void {
  const { session } = talk;
  const { call, clock } = session;
  call.call_status = "ended";
  call.end_timestamp = clock.now();
  call.duration_ms = call.end_timestamp - call.start_timestamp;
  call.disconnection_reason = talk.ended ?? "user_hangup";
  if (talk.ended === "call_transfer") call.transfer_end_timestamp = call.end_timestamp;
  const e2e = spread(session.turnGaps);
  if (e2e !== undefined) call.latency = { e2e };
  call.call_cost = callCost(call.duration_ms);
  session.events.send("call_ended", call);
  call.call_analysis = analyse(talk);
  session.events.send("call_analyzed", call);
}

function unsetIn(session: CallSession): string[] {
  const lookup: Lookup = lookupOf(session);
  return unsetVariables(
    `${rendered(session, session.llm.general_prompt ?? "")} ${session.llm.begin_message ?? ""}`,
    lookup,
  );
}

function report(
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
    transcript: call.transcript_object.map(({ role, content }: Utterance) => ({ role, content })),
    tool_calls: toolReports,
    inbound: inbound?.report ?? null,
    events,
    unset_variables,
    disconnection_reason: call.disconnection_reason ?? null,
    timings: timings(began, inbound, toolReports, call.duration_ms ?? 0),
    scripted: true,
  };
}

function failed(
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

// A call fails when a request to the product did, even though the caller was still served somehow.
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
