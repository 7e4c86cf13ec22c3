/** What a flow is made for: the operator's own addresses and number, and how long their office rings. */
export type FlowFor = { decisionUrl: string; officeEndUrl: string; agentNumber: string; ringSeconds: number };

type Condition = { friendly_name: string; arguments: string[]; type: "equal_to"; value: string };
type Transition = { event: string; next?: string; conditions?: Condition[] };
type State = { name: string; type: string; transitions: Transition[]; properties: Record<string, unknown> };

/** A Twilio Studio flow as its editor and API take it: schemas.twilio.com/studio/draft/2019-09/flow-definition. */
export type StudioFlow = {
  description: string;
  states: State[];
  initial_state: string;
  flags: { allow_concurrent_calls: boolean };
};

const LONGEST_RING_SECONDS = 600; // of Studio's widget
const OURS = "ask_nightdesk";
const OFFICE = "ring_office";
const OFFICE_END = "tell_how_it_ended";
const HUNG_UP = "tell_caller_hung_up";
const TALKED = "office_talked";
export const AGENT = "connect_agent";

// A caller id that is no number makes the carrier refuse the call, so the dialled number stands in for it.
const CALLER_ID =
  "{% assign start = trigger.call.From | slice: 0 %}{% if start == '+' %}{{trigger.call.From}}{% else %}{{trigger.call.To}}{% endif %}";

/**
 * The flow that asks us who answers, rings the office if we say so, and connects the agent if nobody at the office
 * talks. It does so even if we do not answer, because the agent's number is in the flow itself. Before it goes on, it tells
 * us how the office's leg ended, so that the agent knows why the call comes.
 */
export function studioFlow({ decisionUrl, officeEndUrl, agentNumber, ringSeconds }: FlowFor): StudioFlow {
  return {
    description: "Nightdesk: the office rings or the agent answers, as Nightdesk decides for each call.",
    states: [
      state("Trigger", "trigger", [to("incomingMessage"), to("incomingCall", OURS), to("incomingRequest")], [0, 0]),
      request(OURS, decisionUrl, [to("success", "who_answers"), to("failed", AGENT)], [0, 200]),
      state(
        "who_answers",
        "split-based-on",
        [to("noMatch", AGENT), match(`{{widgets.${OURS}.parsed.route}}`, "office", OFFICE)],
        [0, 400],
        { input: `{{widgets.${OURS}.parsed.route}}` },
      ),
      state(OFFICE, "connect-call-to", [to("callCompleted", OFFICE_END), to("hangup", HUNG_UP)], [-250, 600], {
        noun: "number",
        to: `{{widgets.${OURS}.parsed.office_phone}}`,
        caller_id: CALLER_ID,
        timeout: Math.min(ringSeconds, LONGEST_RING_SECONDS),
      }),
      request(OFFICE_END, officeEndUrl, [to("success", TALKED), to("failed", TALKED)], [-250, 800], {
        DialCallStatus: DIAL_STATUS,
        DialCallDuration: `{{widgets.${OFFICE}.DialCallDuration}}`,
      }),
      request(HUNG_UP, officeEndUrl, [to("success"), to("failed")], [-550, 800], {
        DialCallStatus: "canceled",
        CallStatus: "completed",
      }),
      state(
        TALKED,
        "split-based-on",
        [to("noMatch", AGENT), ...["completed", "answered"].map((status) => match(DIAL_STATUS, status))],
        [-250, 1000],
        { input: DIAL_STATUS },
      ),
      connectAgent(agentNumber, [250, 1200]),
    ],
    initial_state: "Trigger",
    flags: { allow_concurrent_calls: true },
  };
}

/** A request to us about this call; Studio signs it. */
function request(
  name: string,
  url: string,
  transitions: Transition[],
  at: [number, number],
  more: Record<string, string> = {},
): State {
  const call = Object.fromEntries(["From", "To", "CallSid"].map((key) => [key, `{{trigger.call.${key}}}`]));
  return state(name, "make-http-request", transitions, at, {
    method: "GET",
    url,
    content_type: "application/x-www-form-urlencoded;charset=utf-8",
    add_twilio_auth: false,
    parameters: Object.entries({ ...call, ...more }).map(([key, value]) => ({ key, value })),
  });
}

/** The last step of every flow of ours. */
export function connectAgent(agentNumber: string, at: [number, number]): State {
  return state(AGENT, "connect-call-to", [to("callCompleted"), to("hangup")], at, {
    noun: "number",
    to: agentNumber,
    caller_id: CALLER_ID,
    timeout: 30,
  });
}

const DIAL_STATUS = `{{widgets.${OFFICE}.DialCallStatus}}`;

export function to(event: string, next?: string): Transition {
  return next === undefined ? { event } : { event, next };
}

/** A condition stands on the transition, not in the widget. Without `next` the flow ends. */
function match(argument: string, value: string, next?: string): Transition {
  const condition = { friendly_name: `If it is ${value}`, arguments: [argument], type: "equal_to" as const, value };
  return { ...to("match", next), conditions: [condition] };
}

export function state(
  name: string,
  type: string,
  transitions: Transition[],
  [x, y]: [number, number],
  properties: Record<string, unknown> = {},
): State {
  return { name, type, transitions, properties: { ...properties, offset: { x, y } } };
}
