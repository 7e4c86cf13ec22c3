import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { beforeAll, describe, expect, it } from "vitest";
import { CALL_REASONS } from "../calls/call-reasons.ts";
import { oneOf } from "../lib/one-of.ts";
import { fromRetell, send } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { company } from "../testing/company.ts";
import { archiveAll, type Browser, seededAccounts } from "../testing/operator.ts";
import { LOOKUP_OUTCOMES } from "../tools/lookup-outcome.ts";

beforeAll(() => seededAccounts());

// Two nights in which the clocks of Los Angeles change, and the days around them.
const [FROM, TO] = ["2025-03-07", "2025-11-04"];
const ZONE = "America/Los_Angeles";
const CHANGES = ["2025-03-09T10:00Z", "2025-11-02T09:00Z"].map((at) => Temporal.Instant.from(at).epochMilliseconds);

type Outcome = keyof typeof LOOKUP_OUTCOMES;
type Call = {
  at: number;
  minutes: number;
  outcomes: Outcome[];
  offered: boolean;
  ending: "user_hangup" | "call_transfer" | "transfer_cancelled";
  reason: keyof typeof CALL_REASONS | null;
};

const anyCall: fc.Arbitrary<Call> = fc.record({
  at: fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1500, max: 1500 }))
    .map(([change, minute]) => change + minute * 60_000),
  minutes: fc.integer({ min: 0, max: 119 }),
  outcomes: fc.array(fc.constantFrom(...oneOf(LOOKUP_OUTCOMES)), { maxLength: 3 }),
  offered: fc.boolean(),
  ending: fc.constantFrom("user_hangup", "call_transfer", "transfer_cancelled"),
  reason: fc.option(fc.constantFrom(...oneOf(CALL_REASONS))),
});

type Sent = { event: string; call: Record<string, unknown> & { call_id: string } };

/** The events of a call as Retell sends them. */
function eventsOf(call: Call, call_id: string, to_number: string): Sent[] {
  const known = { call_id, to_number, start_timestamp: call.at, recording_url: undefined };
  const answers = call.outcomes.map((outcome, n) => answerOf(outcome, n === 0 && call.offered));
  const tools = [
    ...answers.flatMap((answer, n) => toolCall("check_reservation", `look-${n}`, answer)),
    ...(call.ending === "user_hangup" ? [] : toolCall("transfer_to_driver", "transfer", {})),
  ];
  const ended = {
    ...known,
    end_timestamp: call.at + call.minutes * 60_000,
    duration_ms: call.minutes * 60_000,
    disconnection_reason: call.ending,
    transcript_with_tool_calls: [{ role: "agent", content: "Hello" }, ...tools],
  };
  const analysis = { custom_analysis_data: { caller_reason: call.reason, caller_language: "spanish" } };
  return [
    { event: "call_started", call: known },
    { event: "call_ended", call: ended },
    { event: "call_analyzed", call: { ...ended, call_analysis: analysis } },
  ];
}

function answerOf(outcome: Outcome, offered: boolean) {
  const found = outcome === "found";
  return {
    found,
    ...(outcome === "locked" && { locked: true }),
    ...(outcome === "asked_more" && { verification_required: true }),
    transfer_available: found && offered,
  };
}

function toolCall(name: string, id: string, answer: object) {
  return [
    { role: "tool_call_invocation", tool_call_id: id, name, arguments: "{}" },
    { role: "tool_call_result", tool_call_id: id, content: JSON.stringify(answer), successful: true },
  ];
}

type Reply = {
  calls: number;
  minutes: number;
  messages: number;
  transfers: Record<"offered" | "tried" | "connected" | "failed", number>;
  look_ups: Record<Outcome, number>;
  by_day: { date: string; calls: number; minutes: number }[];
  by_hour: { hour: number; calls: number }[];
  reasons: { reason: string; calls: number }[];
  languages: { language: string; calls: number }[];
  by_number: { number_id: string | null; phone_number: string; calls: number }[];
};

async function analytics(owner: Browser, query = `from=${FROM}&to=${TO}`): Promise<Reply> {
  const response = await owner.get(`/api/analytics?${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

/** The same figures, counted from what happened, by the clock of the zone. */
function recount(calls: Call[]) {
  const wall = (call: Call) => Temporal.Instant.fromEpochMilliseconds(call.at).toZonedDateTimeISO(ZONE);
  const some = (test: (call: Call) => boolean) => calls.filter(test).length;
  const outcomes = calls.flatMap((call) => call.outcomes);
  const tried = some(({ ending }) => ending !== "user_hangup");
  const connected = some(({ ending }) => ending === "call_transfer");
  const days = Map.groupBy(calls, (call) => wall(call).toPlainDate().toString());
  return {
    calls: calls.length,
    minutes: calls.reduce((sum, { minutes }) => sum + minutes, 0),
    transfers: {
      offered: some(({ offered, outcomes: [first] }) => offered && first === "found"),
      tried,
      connected,
      failed: tried - connected,
    },
    look_ups: Object.fromEntries(
      oneOf(LOOKUP_OUTCOMES).map((outcome) => [outcome, outcomes.filter((o) => o === outcome).length]),
    ),
    days: Object.fromEntries([...days].map(([date, { length }]) => [date, length])),
    hours: Array.from({ length: 24 }, (_, hour) => some((call) => wall(call).hour === hour)),
    reasons: Object.fromEntries(
      oneOf(CALL_REASONS).map((reason) => [reason, some((call) => call.reason === reason)] as const),
    ),
  };
}

function asRecounted({ calls, minutes, transfers, look_ups, by_day, by_hour, reasons }: Reply) {
  return {
    calls,
    minutes,
    transfers,
    look_ups,
    days: Object.fromEntries(by_day.filter((day) => day.calls > 0).map((day) => [day.date, day.calls])),
    hours: by_hour.map((hour) => hour.calls),
    reasons: Object.fromEntries(reasons.filter(({ reason }) => reason !== "unknown").map((r) => [r.reason, r.calls])),
  };
}

describe("the figures of a company", () => {
  it("equal a recount, in whatever order events come, repeated or not, and however often somebody looks meanwhile", async () => {
    let run = 0;
    const anyRun = fc.array(anyCall, { minLength: 1, maxLength: 8 }).chain((calls) => {
      const steps = calls.flatMap((_, n) => [0, 1, 2].map((event) => ({ n, event })));
      return fc.record({
        calls: fc.constant(calls),
        order: fc.shuffledSubarray([...steps, ...steps.slice(0, 5)], { minLength: steps.length }),
        looks: fc.infiniteStream(fc.nat(4)),
      });
    });
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ calls, order, looks }) => {
        const owner = await company({ timezone: ZONE });
        run += 1;
        const sent = calls.map((call, n) => eventsOf(call, `run${run}-${n}`, owner.phone));
        const missing = sent.flatMap((events, n) => events.map((_, event) => ({ n, event })));
        for (const { n, event } of [...order, ...missing]) {
          const step = sent[n]?.[event];
          if (step) expect(await tell(step.event, step.call)).toBe(204);
          const look = looks.next().value;
          if (look === 0) await analytics(owner);
          if (look === 1) await archiveAll();
        }
        await archiveAll();
        const reply = await analytics(owner);
        expect(asRecounted(reply)).toEqual(recount(calls));
        expect(reply.by_number.map(({ calls }) => calls)).toEqual([calls.length]);
      }),
      { numRuns: 8 },
    );
  });

  it("follow the days of the new zone after a change", async () => {
    const owner = await company({ timezone: ZONE });
    const at = Temporal.Instant.from("2025-06-02T05:30Z").epochMilliseconds; // the evening before in Los Angeles
    await tell("call_ended", { call_id: "zones", to_number: owner.phone, start_timestamp: at });
    const on = async () => (await analytics(owner, "from=2025-06-01&to=2025-06-02")).by_day.map(({ calls }) => calls);
    expect(await on()).toEqual([1, 0]);
    await owner.put("/api/tenant-config", { timezone: "Europe/Paris" });
    expect(await on()).toEqual([0, 1]);
  });

  it("count a message at once, by its category and under the number that was called", async () => {
    const owner = await company();
    expect((await analytics(owner, "")).messages).toBe(0);
    const call = { call_id: "message-call", to_number: owner.phone, from_number: "+16025550111" };
    await tell("call_started", { ...call, start_timestamp: Date.now() });
    const args = { message: "I left my hat in the van.", category: "lost_item" };
    await send(await fromRetell("/retell/tools/take_message", { args, call }));
    const { items } = await (await owner.get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
    const reply = await analytics(owner, `number_id=${items[0]?.id}`);
    expect(reply).toMatchObject({ calls: 1, messages: 1 });
    expect(reply).toHaveProperty(
      "messages_by_category",
      expect.arrayContaining([{ category: "lost_item", messages: 1 }]),
    );
  });

  it("keep the calls of a number that was removed, without a number of the company", async () => {
    const owner = await company();
    await tell("call_ended", { call_id: "of-old", to_number: owner.phone, start_timestamp: CHANGES[0] });
    const { items } = await (await owner.get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
    await owner.delete(`/api/phone-numbers/${items[0]?.id}`);
    expect((await analytics(owner)).by_number).toMatchObject([
      { number_id: null, phone_number: owner.phone, calls: 1 },
    ]);
  });
});

describe("a range that cannot be shown is refused with the reason", () => {
  it.each([
    ["from=2025-02-30", "from"],
    ["from=2025-02-30&to=2025-03-01", "from"],
    ["from=yesterday", "from"],
    ["from=2025-02-02&to=2025-02-01", "to"],
    ["from=2024-01-01&to=2025-06-01", "from"],
    ["from=2020-01-01", "from"],
    ["number_id=somebody-elses", "number_id"],
    ["since=2025-01-01", "since"],
  ])("%s", async (query, field) => {
    const owner = await company();
    const response = await owner.get(`/api/analytics?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { fields: { [field]: expect.any(String) } } });
  });

  it("but days in the future are only empty", async () => {
    const owner = await company();
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    expect(await analytics(owner, `from=${day}&to=${day}`)).toMatchObject({
      calls: 0,
      by_day: [{ date: day, calls: 0 }],
    });
  });
});
