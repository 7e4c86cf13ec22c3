import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import Retell from "retell-sdk";
import { verify } from "retell-sdk/lib/webhook_auth";
import { afterEach, describe, expect, it } from "vitest";
import { startEmulator } from "../server.ts";
import type { CallReport } from "./call-report.ts";

const KEY = "key_test_0123456789abcdef";
const TO = "+15205550142";
const FROM = "+16025550123";
type Seen = { path: string; signed: boolean; body: Record<string, never> };
type Answer = { status?: number; body?: unknown };
type Product = (path: string, body: Record<string, never>) => Answer | undefined;

const VARIABLES = {
  tenant_loaded: "true",
  company_name: "Sun Desk",
  user_id: "u1",
  business_hours: "6 AM to 10 PM",
  timezone: "America/Phoenix",
  is_open: "false",
  after_hours_message: "We are closed.",
  office_phone: "",
  driver_phone: "",
};
const FOUND = {
  found: true,
  summary: "Your ride is tomorrow at seven.",
  confirmation_number: "RES-1",
  terminal: "T3",
  driver_assigned: "Luis Ortega",
  pickup_time: "7:10 AM",
  transfer_available: true,
  driver_phone: "+15205550161",
};
const inboundAnswer = (extra: object = {}) => ({
  call_inbound: {
    dynamic_variables: VARIABLES,
    metadata: { tenant_id: "u1" },
    agent_override: { retell_llm: { begin_message: "Sun Desk, good evening." } },
    ...extra,
  },
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function fakeProduct(product: Product) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const raw = await text(request);
    const path = request.url ?? "";
    const body = raw === "" ? {} : JSON.parse(raw);
    seen.push({ path, signed: await verify(raw, KEY, String(request.headers["x-retell-signature"])), body });
    const answer = product(path, body) ?? usual(path);
    response.writeHead(answer.status ?? 200, { "content-type": "application/json" });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { seen, url: `http://127.0.0.1:${port}` };
}

function usual(path: string): Answer {
  if (path === "/inbound") return { body: inboundAnswer() };
  if (path === "/look-up") return { body: FOUND };
  if (path === "/message") return { body: { message: "I have passed that on." } };
  return { status: 204 };
}

async function desk(product: Product = () => undefined, change: { tool?: object; agent?: object; llm?: object } = {}) {
  const { seen, url } = await fakeProduct(product);
  const emulator = await startEmulator({ port: 0, apiKey: KEY, webhookTimeoutMs: 300 });
  closing.push(() => emulator.close());
  const client = new Retell({ apiKey: KEY, baseURL: emulator.url, maxRetries: 0 });
  const llm = await client.llm.create({
    model: "gpt-4.1",
    begin_message: "{{company_name}} here.",
    general_prompt: "Loaded: {{tenant_loaded}}. Time {{current_time_{{timezone}}}}. {{never_set}}",
    default_dynamic_variables: { tenant_loaded: "false", company_name: "a company", driver_phone: "" },
    general_tools: [
      {
        type: "custom",
        name: "check_reservation",
        url: `${url}/look-up`,
        timeout_ms: 1_000,
        speak_during_execution: true,
        parameters: {
          type: "object",
          properties: {
            confirmation_number: { type: "string", description: "As said" },
            telephone: { type: "string", description: "Digits" },
            last_name: { type: "string", description: "Last name" },
            pickup_date: { type: "string", description: "Date" },
            user_id: { type: "string", const: "{{user_id}}" },
          },
        },
        response_variables: { driver_phone: "driver_phone" },
        ...change.tool,
      },
      {
        type: "custom",
        name: "take_message",
        url: `${url}/message`,
        parameters: {
          type: "object",
          properties: {
            caller_name: { type: "string", description: "Name" },
            callback_number: { type: "string", description: "Number" },
            message: { type: "string", description: "Text" },
            category: { type: "string", description: "Kind" },
          },
        },
      },
      {
        type: "transfer_call",
        name: "transfer_to_driver",
        transfer_destination: { type: "predefined", number: "{{driver_phone}}" },
        transfer_option: { type: "cold_transfer" },
      },
      { type: "end_call", name: "end_call" },
    ],
    ...change.llm,
  });
  const agent = await client.agent.create({
    agent_name: "Desk",
    voice_id: "v",
    response_engine: { type: "retell-llm", llm_id: llm.llm_id },
    webhook_url: `${url}/events`,
    webhook_timeout_ms: 300,
    ...change.agent,
  });
  await client.phoneNumber.import({
    phone_number: TO,
    termination_uri: "sip.example",
    inbound_agents: [{ agent_id: agent.agent_id, weight: 1, agent_version: "latest" }],
    inbound_webhook_url: `${url}/inbound`,
  });
  async function post(path: string, body: unknown, method = "POST"): Promise<Response> {
    return fetch(`${emulator.url}${path}`, { method, body: JSON.stringify(body) });
  }
  async function call(request: object = {}): Promise<CallReport> {
    const response = await post("/emulator/calls", { to: TO, from: FROM, ...request });
    expect(response.status).toBe(200);
    return response.json() as Promise<CallReport>;
  }
  const at = (path: string) => seen.filter((one) => one.path === path);
  return { call, post, at, seen, client, url, agent };
}

const said = (report: CallReport) => report.transcript.map((t) => `${t.role}: ${t.content}`);

describe("a call", () => {
  it("is greeted, looked up twice, answered, offered a transfer, and ends", async () => {
    const { call, at, seen, client } = await desk();
    const report = await call();
    expect(report).toMatchObject({ ok: true, scripted: true, greeting: "Sun Desk, good evening." });
    expect(report.tool_calls.map((t) => t.args)).toEqual([
      { confirmation_number: "R E S, 20261205 dash 0001", user_id: "u1" },
      { telephone: "6025550101", user_id: "u1" },
    ]);
    expect(said(report)).toEqual(
      expect.arrayContaining([
        "agent: Your ride is tomorrow at seven.",
        "agent: Your terminal is T3.",
        "agent: Your driver is Luis Ortega.",
        "agent: I can connect you to your driver. Shall I connect you?",
        "agent: Thank you for calling Sun Desk. Goodbye.",
      ]),
    );
    expect(report.events.map((e) => [e.event, e.status])).toEqual([
      ["call_started", 204],
      ["call_ended", 204],
      ["call_analyzed", 204],
    ]);
    expect(seen.every((one) => one.signed)).toBe(true);
    const [started, ended, analyzed] = at("/events").map(({ body }) => Object(body.call).recording_url);
    expect(started).toBeUndefined();
    expect(analyzed).toBe(ended);
    expect((await fetch(ended ?? "")).headers.get("content-type")).toBe("audio/wav");
    expect(at("/inbound")[0]?.body).toMatchObject({
      event: "call_inbound",
      call_inbound: { call_id: report.call_id, from_number: FROM, to_number: TO, agent_version: 0 },
    });
    const stored = await client.call.retrieve(report.call_id ?? "");
    expect(stored).toMatchObject({ call_status: "ended", disconnection_reason: "agent_hangup", to_number: TO });
    expect(stored.duration_ms).toBeGreaterThan(report.timings.total_ms);
    const byNumber = { filter_criteria: { to_number: { type: "string", op: "eq", value: TO } } } as const;
    const { items } = await client.call.list(byNumber);
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty("transcript");
    await client.call.delete(report.call_id ?? "");
    await expect(client.call.retrieve(report.call_id ?? "")).rejects.toThrow("422");
    await expect(client.call.delete(report.call_id ?? "")).rejects.toThrow("422");
  });

  it("carries the whole call object to the tool", async () => {
    const { call, at } = await desk();
    const report = await call({
      say: ["My confirmation number is RES-20261205-0001."],
      sip_headers: { "X-Foo": "1", Via: "no" },
    });
    expect(at("/look-up")[0]?.body).toMatchObject({
      name: "check_reservation",
      args: { confirmation_number: "RES-20261205-0001", user_id: "u1" },
      call: {
        call_id: report.call_id,
        call_status: "ongoing",
        direction: "inbound",
        metadata: { tenant_id: "u1" },
        retell_llm_dynamic_variables: { ...VARIABLES, foo: "1" },
        custom_sip_headers: { "x-foo": "1" },
        transcript: expect.stringContaining("User: My confirmation number is RES-20261205-0001.\n"),
        transcript_object: expect.arrayContaining([
          expect.objectContaining({
            role: "user",
            words: expect.arrayContaining([expect.objectContaining({ word: "My" })]),
          }),
        ]),
        transcript_with_tool_calls: expect.arrayContaining([expect.objectContaining({ role: "tool_call_invocation" })]),
      },
    });
  });

  it("sends bare arguments when the tool wants them at the root", async () => {
    const { call, at } = await desk(undefined, { tool: { args_at_root: true } });
    await call({ say: ["It's RES-20261205-0001"] });
    expect(at("/look-up")[0]?.body).toEqual({ confirmation_number: "RES-20261205-0001", user_id: "u1" });
  });

  it("connects the caller to the driver after a yes", async () => {
    const { call, at } = await desk(undefined, { agent: { webhook_events: ["call_ended", "transfer_started"] } });
    const report = await call({ say: ["RES-20261205-0001", "Can you connect me to the driver?", "Yes, please."] });
    expect(report.disconnection_reason).toBe("call_transfer");
    expect(report.tool_calls.at(-1)).toMatchObject({
      name: "transfer_to_driver",
      response: { transferred_to: "+15205550161" },
    });
    expect(at("/events").map((e) => [e.body.event, e.body.transfer_destination])).toEqual([
      ["transfer_started", { number: "+15205550161" }],
      ["call_ended", undefined],
    ]);
  });

  it.each([
    ["the look-up does not allow it", { transfer_available: false, transfer_reason: "The list is older than a day." }],
    ["the driver's number is empty", { driver_phone: "" }],
    ["the company switched transfers off", {}, { transfer_enabled: "false" }],
  ])("offers no transfer when %s", async (_, change, variables: object = {}) => {
    const { call } = await desk((path) => {
      if (path === "/look-up") return { body: { ...FOUND, ...change } };
      if (path !== "/inbound") return undefined;
      return { body: inboundAnswer({ dynamic_variables: { ...VARIABLES, ...variables } }) };
    });
    const report = await call({ say: ["RES-20261205-0001", "Let me talk to my driver", "Yes"] });
    expect(report.tool_calls.map((t) => t.name)).toEqual(["check_reservation"]);
    expect(said(report).join()).toContain("I can take a message");
  });

  it("adds the last name to the number when the look-up asks for it", async () => {
    const product: Product = (path, body) => {
      if (path !== "/look-up" || "last_name" in (body.args ?? {})) return undefined;
      return { body: { found: false, message: "Please ask for the last name." } };
    };
    const { call } = await desk(product);
    const report = await call({ say: ["RES-20261205-0001", "Vance.", "What time is my pick-up?"] });
    expect(report.tool_calls[1]?.args).toEqual({
      confirmation_number: "RES-20261205-0001",
      last_name: "Vance",
      user_id: "u1",
    });
    expect(said(report).at(-1)).toBe("agent: Your pick-up is at 7:10 AM.");
  });

  it("takes a message after reading it back", async () => {
    const { call } = await desk();
    const report = await call({
      say: ["I need to cancel my reservation.", "Jo Doe", "Yes", "Yes, that's right."],
    });
    expect(report.tool_calls).toEqual([
      expect.objectContaining({
        name: "take_message",
        args: {
          caller_name: "Jo Doe",
          callback_number: "16025550123",
          message: "I need to cancel my reservation.",
          category: "cancellation",
        },
      }),
    ]);
    expect(said(report).at(-1)).toBe("agent: I have passed that on. Is there anything else?");
  });

  it("says which day old data is from", async () => {
    const old = { ...FOUND, data_fresh: false, data_as_of: "Friday, November 20" };
    const { call } = await desk((path) => (path === "/look-up" ? { body: old } : undefined));
    const report = await call({ say: ["RES-20261205-0001", "What terminal?"] });
    expect(said(report).at(-1)).toBe("agent: As of Friday, November 20: Your terminal is T3.");
  });

  it("reports every turn if the agent asks for that", async () => {
    const { call, at } = await desk(undefined, { agent: { webhook_events: ["transcript_updated"] } });
    await call({ say: ["Hello?", "What terminal?"] });
    expect(at("/events").map((e) => e.body.event)).toEqual(["transcript_updated", "transcript_updated"]);
  });

  it("follows a tag to its version and takes the tag's variables", async () => {
    const { call, post, client, agent } = await desk((path) =>
      path === "/inbound" ? { body: { call_inbound: {} } } : undefined,
    );
    const tags = `/emulator/agents/${agent.agent_id}/tags`;
    await post(`${tags}/prod`, { version: 0, dynamic_variables: { company_name: "Tagged Desk" } }, "PUT");
    expect((await post(`${tags}/prod`, { version: 9 }, "PUT")).status).toBe(422);
    await client.agent.createVersion(agent.agent_id, { base_version: 0 });
    await client.phoneNumber.update(TO, {
      inbound_agents: [{ agent_id: agent.agent_id, weight: 1, agent_version: "prod" }],
    });
    const report = await call({ say: [] });
    expect(report.greeting).toBe("Tagged Desk here.");
    expect(await client.call.retrieve(report.call_id ?? "")).toMatchObject({ agent_version: 0 });
  });

  it("fails without crashing if the tool's address is invalid", async () => {
    const { call } = await desk(undefined, { tool: { url: "{{never_set}}/look-up" } });
    const report = await call({ say: ["RES-20261205-0001"] });
    expect(report).toMatchObject({ ok: false, tool_calls: [{ status: null }, { status: null }] });
  });

  it("lets no more than 15,000 characters of a tool's answer through", async () => {
    const { call, client } = await desk((path) => (path === "/look-up" ? { body: "x".repeat(20_000) } : undefined));
    const report = await call({ say: ["RES-20261205-0001"] });
    const stored = await client.call.retrieve(report.call_id ?? "");
    const result = stored.transcript_with_tool_calls?.find((item) => item.role === "tool_call_result");
    expect(result).toMatchObject({ content: expect.stringMatching(/^.{15000}$/) });
  });

  it("recognises a withheld number", async () => {
    const { call, at } = await desk();
    const report = await call({ from: "anonymous", say: ["Please cancel my ride.", "Jo Doe", "602 555 0101", "yes"] });
    expect(at("/inbound")[0]?.body).toMatchObject({ call_inbound: { from_number: "anonymous" } });
    expect(report.tool_calls[0]?.args).toMatchObject({ caller_name: "Jo Doe", callback_number: "6025550101" });
    expect(said(report)).toContain("agent: What number can they call you back on?");
  });

  it("names the variables that nobody set", async () => {
    const { call } = await desk();
    expect((await call({ say: [] })).unset_variables).toEqual(["never_set"]);
  });

  it("tries a failed look-up once more, and the call fails if it fails again", async () => {
    const { call } = await desk((path) => (path === "/look-up" ? { status: 500 } : undefined));
    const report = await call({ say: ["RES-20261205-0001"] });
    expect(report.tool_calls.map((t) => t.status)).toEqual([500, 500]);
    expect(report).toMatchObject({ ok: false, error: expect.stringContaining("check_reservation failed: 500") });
  });

  it("takes the message that it offered where the look-up failed", async () => {
    const { call } = await desk();
    const faults = [{ where: "tool", match: "check_reservation", kind: "drop" }];
    const lines = ["RES-20261205-0001", "Yes, please.", "I am at door four.", "Jo Doe", "602 555 0101", "yes"];
    const report = await call({ from: "anonymous", say: lines, faults });
    expect(report.tool_calls.map(({ name, status }) => [name, status])).toEqual([
      ["check_reservation", null],
      ["check_reservation", null],
      ["take_message", 200],
    ]);
    expect(report.tool_calls[2]?.args).toMatchObject({ message: "I am at door four.", caller_name: "Jo Doe" });
  });

  it("goes on where the caller does not want the message that it offered", async () => {
    const { call } = await desk();
    const faults = [{ where: "tool", match: "check_reservation", kind: "drop", times: 2 }];
    const report = await call({ say: ["RES-20261205-0001", "No, try RES-20261205-0001 again."], faults });
    expect(report.tool_calls.map(({ status }) => status)).toEqual([null, null, 200]);
  });
});

describe("the inbound webhook", () => {
  it("is tried four times; then the bound agent speaks with its own defaults and looks nothing up", async () => {
    const { call, at } = await desk((path) => (path === "/inbound" ? { status: 503 } : undefined));
    const report = await call();
    expect(at("/inbound")).toHaveLength(4);
    expect(report).toMatchObject({ ok: false, inbound: { status: 503, attempts: 4 }, greeting: "a company here." });
    expect(said(report).at(-1)).toMatch(/call back in a few minutes/);
    expect(at("/look-up")).toEqual([]);
  });

  it.each([
    ["a number among the variables", inboundAnswer({ dynamic_variables: { ...VARIABLES, count: 3 } })],
    ["a prompt among the overrides", inboundAnswer({ agent_override: { retell_llm: { general_prompt: "x" } } })],
    ["something that is no object", "hello"],
  ])("has an invalid answer with %s", async (_, body) => {
    const { call } = await desk((path) => (path === "/inbound" ? { body } : undefined));
    const report = await call();
    expect(report).toMatchObject({
      ok: false,
      error: expect.stringContaining("bad response"),
      greeting: "a company here.",
    });
    expect(report.inbound?.attempts).toBe(1);
  });

  it("can reject the call, and then there is no call", async () => {
    const { call, client } = await desk((path) =>
      path === "/inbound" ? { body: { call_inbound: { reject: true } } } : undefined,
    );
    expect(await call()).toMatchObject({ ok: false, code: "rejected", call_id: null, events: [] });
    expect((await client.call.list({})).items).toEqual([]);
  });

  it("may name the agent that answers", async () => {
    const { call, client } = await desk((path) =>
      path === "/inbound" ? { body: inboundAnswer({ override_agent_id: "agent_no" }) } : undefined,
    );
    expect(await call()).toMatchObject({ ok: false, code: "no_agent" });
    await client.phoneNumber.update(TO, { inbound_agents: null, inbound_webhook_url: null });
    expect(await call()).toMatchObject({ ok: false, code: "no_agent", inbound: null });
  });
});

describe("a number that is not at Retell", () => {
  it("is unknown, but can be called as if it were", async () => {
    const { call, url, agent, client } = await desk();
    expect(await call({ to: "+15205550199" })).toMatchObject({ ok: false, code: "unknown_number" });
    const report = await call({ to: "+15205550199", as_if_imported: { inbound_webhook_url: `${url}/inbound` } });
    expect(report.ok).toBe(true);
    expect(await client.call.retrieve(report.call_id ?? "")).toMatchObject({ agent_id: agent.agent_id });
  });
});

describe("faults", () => {
  const oneLine = { say: ["RES-20261205-0001"] };

  it("slow: an inbound answer that is too late does not count, and the webhook is called again", async () => {
    const { call, at } = await desk();
    const faults = [{ where: "inbound", kind: "slow", delay_ms: 60_000, times: 1 }];
    expect(await call({ ...oneLine, faults })).toMatchObject({ ok: true, inbound: { attempts: 2 } });
    expect(at("/inbound")).toHaveLength(2);
  });

  it("drop and slow: a tool that cannot be reached or takes too long is retried by its own rules", async () => {
    const { call, at } = await desk(undefined, { tool: { max_retry: 2 } });
    const faults = [
      { where: "tool", kind: "drop", times: 1 },
      { where: "tool", kind: "slow", delay_ms: 1_500, times: 1 },
    ];
    const report = await call({ ...oneLine, faults });
    expect(report.tool_calls).toMatchObject([{ attempts: 3, status: 200 }]);
    expect(at("/look-up")).toHaveLength(2);
  });

  it("429 and 500: events are sent again", async () => {
    const { call, at } = await desk();
    const faults = ["429", "500"].map((kind) => ({ where: "event", match: "call_ended", kind, times: 1 }));
    const { events } = await call({ ...oneLine, faults });
    expect(events.find((e) => e.event === "call_ended")).toMatchObject({ status: 204, attempts: 3 });
    expect(at("/events")).toHaveLength(3);
  });

  it("drop: the event never arrives", async () => {
    const { call, at } = await desk();
    await call({ ...oneLine, faults: [{ where: "event", match: "call_ended", kind: "drop" }] });
    expect(at("/events").map((e) => e.body.event)).toEqual(["call_started", "call_analyzed"]);
  });

  it("duplicate: the event arrives twice", async () => {
    const { call, at } = await desk();
    await call({ ...oneLine, faults: [{ where: "event", match: "call_ended", kind: "duplicate" }] });
    expect(at("/events").map((e) => e.body.event)).toEqual([
      "call_started",
      "call_ended",
      "call_ended",
      "call_analyzed",
    ]);
  });

  it("reorder: the event arrives after the one that follows it", async () => {
    const { call, at } = await desk();
    await call({ ...oneLine, faults: [{ where: "event", match: "call_ended", kind: "reorder", times: 1 }] });
    expect(at("/events").map((e) => e.body.event)).toEqual(["call_started", "call_analyzed", "call_ended"]);
    expect(at("/events")[2]?.body).not.toHaveProperty("call.call_analysis");
  });

  it("error_after: the tool did its work and is called again anyway", async () => {
    const { call, at } = await desk(undefined, { tool: { max_retry: 1 } });
    const report = await call({ ...oneLine, faults: [{ where: "tool", kind: "error_after", times: 1 }] });
    expect(report.tool_calls).toMatchObject([{ attempts: 2, status: 200 }]);
    expect(at("/look-up")).toHaveLength(2);
  });

  it("can be set for every call and cleared again", async () => {
    const { call, post } = await desk();
    await post("/emulator/faults", [{ where: "tool", match: "check_reservation", kind: "drop" }], "PUT");
    expect(await call(oneLine)).toMatchObject({ ok: false, tool_calls: [{ status: null }, { status: null }] });
    expect((await post("/emulator/faults", undefined, "DELETE")).status).toBe(204);
    expect((await call(oneLine)).ok).toBe(true);
  });

  it("refuses a rule that makes no sense", async () => {
    const { post } = await desk();
    for (const rule of [
      { where: "rest", kind: "reorder" },
      { where: "rest", kind: "duplicate" },
      { where: "sky", kind: "500" },
    ])
      expect((await post("/emulator/faults", [rule], "PUT")).status).toBe(400);
  });

  it("apply to REST answers: rate limits, errors, errors after the work, slow answers and cut connections", async () => {
    const { post, client } = await desk();
    const put = (rule: object) => post("/emulator/faults", [{ where: "rest", times: 1, ...rule }], "PUT");
    await put({ kind: "429", retry_after: 0, match: "/v2/list-phone-numbers" });
    await expect(client.phoneNumber.list()).rejects.toBeInstanceOf(Retell.RateLimitError);
    await put({ kind: "429", retry_after: 0 });
    expect((await client.phoneNumber.list({}, { maxRetries: 1 })).items).toHaveLength(1);
    await put({ kind: "500" });
    await expect(client.phoneNumber.list()).rejects.toBeInstanceOf(Retell.InternalServerError);
    await put({ kind: "drop" });
    await expect(client.phoneNumber.list()).rejects.toBeInstanceOf(Retell.APIConnectionError);
    await put({ kind: "slow", delay_ms: 5_000 });
    await expect(client.phoneNumber.list({}, { timeout: 50 })).rejects.toBeInstanceOf(Retell.APIConnectionTimeoutError);
    await put({ kind: "refuse", status: 402, message: "No payment.", match: "GET /v2/list" });
    await expect(client.phoneNumber.list()).rejects.toMatchObject({ status: 402, error: { message: "No payment." } });
    const nickname = async () => (await client.phoneNumber.retrieve(TO)).nickname;
    await put({ kind: "late", delay_ms: 5_000, match: "PATCH" });
    const late = client.phoneNumber.update(TO, { nickname: "late" }, { timeout: 50, maxRetries: 0 });
    await expect(late).rejects.toBeInstanceOf(Retell.APIConnectionTimeoutError);
    expect(await nickname()).toBe("late");
    await put({ kind: "drop_after", skip: 1 });
    await client.phoneNumber.list(); // passes
    const cut = client.phoneNumber.update(TO, { nickname: "cut" }, { maxRetries: 0 });
    await expect(cut).rejects.toBeInstanceOf(Retell.APIConnectionError);
    expect(await nickname()).toBe("cut");
    await put({ kind: "error_after" });
    await expect(client.phoneNumber.delete(TO)).rejects.toBeInstanceOf(Retell.InternalServerError);
    expect((await client.phoneNumber.list()).items).toEqual([]);
  });
});
