import { newId } from "../ids.ts";
import type { Services } from "../services.ts";
import { callClock } from "./call-clock.ts";
import type { Call } from "./call-object.ts";
import { answeredCall, type CallReport, failedCall } from "./call-report.ts";
import { type CallRequest, DEFAULT_LINES } from "./call-request.ts";
import { type CallSession, lookupOf, rendered } from "./call-session.ts";
import { findLine, findTarget, type Target } from "./call-target.ts";
import { converse } from "./dialogue.ts";
import { eventQueue } from "./events.ts";
import { faultList } from "./faults.ts";
import { finishCall } from "./finish-call.ts";
import { ringInbound } from "./inbound.ts";
import { render, unsetVariables } from "./render.ts";
import { headerVariables, passedHeaders } from "./sip-headers.ts";

/**
 * Places one call: calls the webhook, plays the conversation, sends the events. Never throws for a call that fails.
 * @param origin the stand-in's origin, for the recording's address
 */
export async function placeCall(services: Services, request: CallRequest, origin: string): Promise<CallReport> {
  const began = performance.now();
  const line = findLine(services.store, request);
  if (line === null) return failedCall(began, null, "unknown_number", `${request.to} is not a phone number at Retell.`);
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
  if (answer?.reject === true) return failedCall(began, inbound, "rejected", "The webhook rejected the call.");
  const target = findTarget(services.store, line.bound, answer);
  if (target === null)
    return failedCall(began, inbound, "no_agent", "No agent is bound to the number and none was named.");

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
    origin,
    faults,
  };
  const { calls } = services.store.state;
  calls.push(call);
  const unset = unsetIn(session);
  session.events.send("call_started", call);
  const talk = await converse(session, request.say ?? DEFAULT_LINES);
  finishCall(talk);
  const events = await session.events.finished();
  services.store.save();
  return answeredCall(began, session, inbound, events, unset);
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

function unsetIn(session: CallSession): string[] {
  const lookup = lookupOf(session);
  return unsetVariables(
    `${rendered(session, session.llm.general_prompt ?? "")} ${session.llm.begin_message ?? ""}`,
    lookup,
  );
}
