import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type StudioFlow, studioFlow } from "./studio-flow.ts";

// What Twilio publishes of its schema (twilio.com/docs/studio/rest-api/v2/schemas, draft 2019-09), as far as this flow
// uses it: nothing unknown is allowed, a ring time is an integer, a value to compare with is text.
const transition = z.strictObject({
  event: z.string().min(1),
  next: z.string().min(1).optional(),
  conditions: z
    .array(
      z.strictObject({
        friendly_name: z.string(),
        arguments: z.array(z.string()),
        type: z.string(),
        value: z.string(),
      }),
    )
    .optional(),
});
const offset = z.strictObject({ x: z.number(), y: z.number() }).optional();
const widget = <Type extends string, Shape extends z.ZodRawShape>(type: Type, properties: Shape) =>
  z.strictObject({
    type: z.literal(type),
    name: z.string().min(1),
    transitions: z.array(transition),
    properties: z.strictObject({ offset, ...properties }),
  });
const definition = z.strictObject({
  description: z.string(),
  initial_state: z.string().min(1),
  flags: z.strictObject({ allow_concurrent_calls: z.boolean() }),
  states: z
    .array(
      z.discriminatedUnion("type", [
        widget("trigger", {}),
        widget("split-based-on", { input: z.string() }),
        widget("make-http-request", {
          url: z.string(),
          method: z.enum(["GET", "POST"]).optional(),
          content_type: z.string().optional(),
          body: z.string().optional(),
          add_twilio_auth: z.boolean().optional(),
          parameters: z.array(z.strictObject({ key: z.string(), value: z.string() })).optional(),
        }),
        widget("connect-call-to", {
          noun: z.enum(["number", "number-multi", "client", "conference", "sim", "sip"]),
          to: z.string().optional(),
          caller_id: z.string().optional(),
          timeout: z.int().min(1).max(600).optional(),
          time_limit: z.string().optional(),
          record: z.boolean().optional(),
        }),
      ]),
    )
    .min(1),
});

const AGENT = "+15205550101";
const OFFICE = "+15205550100";
const flow = studioFlow({
  decisionUrl: "https://nightdesk.example/telephony/t/decision",
  officeEndUrl: "https://nightdesk.example/telephony/t/office-end",
  agentNumber: AGENT,
  ringSeconds: 18,
});

describe("the Studio flow of an operator", () => {
  it("is valid by Twilio's published schema", () => {
    expect(definition.safeParse(JSON.parse(JSON.stringify(flow))).error).toBeUndefined();
    const wrong = structuredClone(flow);
    const [office] = wrong.states.filter(({ name }) => name === "ring_office");
    if (office) office.properties.timeout = "18";
    expect(definition.safeParse(wrong).success, "the schema can tell").toBe(false);
  });

  it("leads only to steps that it has", () => {
    const names = flow.states.map(({ name }) => name);
    const nexts = flow.states.flatMap(({ transitions }) => transitions.map(({ next }) => next).filter(Boolean));
    expect(names).toContain(flow.initial_state);
    expect(names).toEqual(expect.arrayContaining(nexts));
  });

  it.each([
    ["Nightdesk does not answer", null, "", [AGENT]],
    ["the agent is to answer", "agent", "", [AGENT]],
    ["Nightdesk answers something else", "nobody", "", [AGENT]],
    ["somebody at the office talked", "office", "completed", [OFFICE]],
    ["the office answered", "office", "answered", [OFFICE]],
    ["nobody at the office picked up", "office", "no-answer", [OFFICE, AGENT]],
    ["the office is busy", "office", "busy", [OFFICE, AGENT]],
    ["the office cannot be reached", "office", "failed", [OFFICE, AGENT]],
    ["the office's phone was canceled", "office", "canceled", [OFFICE, AGENT]],
  ])("when %s", (_, route, dialStatus, rings) => {
    expect(walk(flow, route, dialStatus)).toEqual(rings);
  });

  it.each(["tell_how_it_ended", "tell_caller_hung_up"])("goes on as well when we do not take what %s tells", (name) => {
    const nexts = flow.states.find((one) => one.name === name)?.transitions.map(({ next }) => next);
    expect(new Set(nexts).size, "the same step whether we answer or not").toBe(1);
  });

  it("tells us how the office's leg ended, and for which call", () => {
    const [told] = flow.states.filter(({ name }) => name === "tell_how_it_ended");
    expect(told?.properties).toMatchObject({
      url: "https://nightdesk.example/telephony/t/office-end",
      parameters: expect.arrayContaining([
        { key: "CallSid", value: "{{trigger.call.CallSid}}" },
        { key: "DialCallStatus", value: "{{widgets.ring_office.DialCallStatus}}" },
      ]),
    });
  });

  it("shows the dialled number for a caller whose number is withheld", () => {
    const ids = flow.states.map(({ properties }) => properties.caller_id).filter(Boolean);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toContain("{% else %}{{trigger.call.To}}{% endif %}");
  });

  it("rings no longer than Studio allows", () => {
    const slow = studioFlow({ decisionUrl: "u", officeEndUrl: "u", agentNumber: AGENT, ringSeconds: 9999 });
    expect(definition.safeParse(JSON.parse(JSON.stringify(slow))).success).toBe(true);
  });
});

/** Follows the flow as Studio does; returns which numbers ring. `route` null = our answer failed. */
function walk({ states, initial_state }: StudioFlow, route: string | null, dialStatus: string): string[] {
  const rings: string[] = [];
  let event = "incomingCall";
  let name: string | undefined = initial_state;
  while (name !== undefined) {
    const at = states.find((one) => one.name === name);
    if (!at) throw new Error(`no step called ${name}`);
    if (at.type === "make-http-request") event = route === null ? "failed" : "success";
    if (at.type === "connect-call-to") {
      const number = String(at.properties.to).replace(/\{\{widgets\.ask_nightdesk\.parsed\.office_phone\}\}/, OFFICE);
      rings.push(number);
      event = "callCompleted";
    }
    if (at.type === "split-based-on") {
      const input = String(at.properties.input).endsWith("parsed.route}}") ? route : dialStatus;
      const fits = at.transitions.find(({ conditions }) => conditions?.some(({ value }) => value === input));
      name = (fits ?? at.transitions.find((one) => one.event === "noMatch"))?.next;
    } else name = at.transitions.find((one) => one.event === event)?.next;
  }
  return rings;
}
