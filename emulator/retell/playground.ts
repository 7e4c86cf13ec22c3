import { newId } from "../ids.ts";
import type { Services } from "../services.ts";
import { callClock } from "./call-clock.ts";
import type { Call } from "./call-object.ts";
import type { CallSession } from "./call-session.ts";
import type { Target } from "./call-target.ts";
import { hearLine } from "./dialogue.ts";
import { eventQueue } from "./events.ts";
import { knownAnswers } from "./known-answers.ts";
import type { PlaygroundRequest } from "./playground-schema.ts";
import { newTalk } from "./talk.ts";

/**
 * The agent's next messages in a conversation that the client keeps. The scripted agent has no memory: it hears
 * all the caller's lines again, takes the answers of tools from the conversation, and only what it says and does to the
 * last line is new. If the conversation lacks a look-up, it is made again, as a model would. Nothing is stored.
 */
export async function playgroundCompletion(services: Services, target: Target, request: PlaygroundRequest) {
  const lines = request.messages.flatMap(({ role, content }) =>
    role === "user" && typeof content === "string" ? [content] : [],
  );
  const session = playgroundSession(services, target, request);
  const talk = newTalk(session);
  const said = session.call.transcript_with_tool_calls;
  const replies: typeof said = [];
  for (const [index, line] of lines.entries()) {
    if (talk.ended !== null) break;
    const before = said.length;
    await hearLine(talk, line);
    const fresh = said.slice(before + 1); // the first is the caller's own line
    replies.push(...(index === lines.length - 1 ? fresh : unknownTools(fresh, request)));
  }
  return {
    messages: replies.map((one) => ({ ...plain(one), message_id: newId("message"), created_timestamp: Date.now() })),
    call_ended: talk.ended !== null,
    dynamic_variables: { ...session.given, ...session.collected },
  };
}

type Said = Call["transcript_with_tool_calls"];

/** Tools that were used for an earlier line although the conversation does not say so. */
function unknownTools(fresh: Said, { messages }: PlaygroundRequest): Said {
  const known = new Set(messages.flatMap((one) => (one.role === "tool_call_invocation" ? [`${one.arguments}`] : [])));
  const unknown = fresh.filter((one) => one.role === "tool_call_invocation" && !known.has(one.arguments));
  const ids = unknown.map((one) => ("tool_call_id" in one ? one.tool_call_id : ""));
  return fresh.filter((one) => "tool_call_id" in one && ids.includes(one.tool_call_id));
}

function plain(message: Said[number]) {
  if (message.role !== "agent" && message.role !== "user") return message;
  return { role: message.role, content: message.content };
}

function playgroundSession(services: Services, target: Target, request: PlaygroundRequest): CallSession {
  const { apiKey, faults } = services;
  const clock = callClock(Date.now());
  const given = { ...target.llm.default_dynamic_variables, ...target.tagVariables, ...request.dynamic_variables };
  return {
    call: noCall(target, given.caller_number ?? "", clock.started),
    agent: target.agent,
    llm: target.llm,
    clock,
    given,
    collected: {},
    toolReports: [],
    turnGaps: [],
    events: eventQueue({ url: null, events: null, timeoutMs: services.webhookTimeoutMs, apiKey, faults }),
    apiKey,
    origin: "",
    faults,
    knownAnswer: knownAnswers(request),
  };
}

/** A tool without a mock is really asked, with a call that reached no number. */
function noCall(target: Target, caller: string, started: number): Call {
  return {
    call_type: "phone_call",
    call_id: newId("call"),
    agent_id: target.agent_id,
    agent_version: target.version,
    call_status: "ongoing",
    from_number: caller || "anonymous",
    to_number: "",
    direction: "inbound",
    data_storage_setting: "everything",
    opt_in_signed_url: false,
    start_timestamp: started,
    transcript: "",
    transcript_object: [],
    transcript_with_tool_calls: [],
    latency: {},
  };
}
