import { env } from "cloudflare:test";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { beforeAll, describe, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { tell } from "../testing/call-story.ts";
import { company } from "../testing/company.ts";
import { archiveAll, type Browser, seededAccounts } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

const ZONE = "America/Los_Angeles";
const CHANGE = Temporal.Instant.from("2025-11-02T09:00Z").epochMilliseconds; // the clocks go back
const MINUTE = 60_000;

type Reply = {
  minutes: number;
  calls: number;
  billed_calls: number;
  cost_cents: number;
  free_calls: Record<string, number>;
  by_day: { date: string; minutes: number }[];
  by_month: { month: string; minutes: number }[];
};

async function usage(owner: Browser, query = "from=2025-10-20&to=2025-11-20"): Promise<Reply> {
  const response = await owner.get(`/api/usage?${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

type Call = { at: number; seconds: number; analyzedSeconds: number; ending: string; cents: number };

const anyCall: fc.Arbitrary<Call> = fc.record({
  at: fc.integer({ min: -3000, max: 3000 }).map((minute) => CHANGE + minute * MINUTE),
  seconds: fc.constantFrom(0, 5, 6, 59, 60, 61, 500),
  analyzedSeconds: fc.constantFrom(4, 6, 60, 61, 777),
  ending: fc.constantFrom("user_hangup", "agent_hangup", "marked_as_spam", "error_unknown"),
  cents: fc.constantFrom(0, 1.125, 11.5),
});

/** The published rule in other words than the product's, over what Retell said last. */
function recount(calls: Call[], analyzed: boolean[]) {
  const billed = calls.map((call, n) => {
    const seconds = analyzed[n] ? call.analyzedSeconds : call.seconds;
    const date = Temporal.Instant.fromEpochMilliseconds(call.at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
    const free = call.ending === "marked_as_spam" ? "rejected" : seconds < 6 ? "short" : null;
    let minutes = 0;
    while (free === null && minutes * 60 < seconds) minutes += 1;
    return { date, minutes, free, cost: analyzed[n] ? call.cents : 0 };
  });
  const days = Map.groupBy(billed, ({ date }) => date);
  const sumOf = (rows: typeof billed) => rows.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    calls: calls.length,
    minutes: sumOf(billed),
    short: billed.filter(({ free }) => free === "short").length,
    rejected: billed.filter(({ free }) => free === "rejected").length,
    cost: billed.reduce((sum, { cost }) => sum + cost, 0),
    days: Object.fromEntries([...days].map(([date, rows]) => [date, sumOf(rows)])),
  };
}

function eventOf(name: string, call: Call, call_id: string, to_number: string) {
  const known = { call_id, to_number, start_timestamp: call.at, call_cost: undefined };
  if (name === "call_started") return known;
  const seconds = name === "call_analyzed" ? call.analyzedSeconds : call.seconds;
  const ended = { ...known, end_timestamp: call.at + seconds * 1000, duration_ms: seconds * 1000 };
  const cost = name === "call_analyzed" ? { call_cost: { combined_cost: call.cents } } : {};
  return { ...ended, ...cost, disconnection_reason: call.ending };
}

describe("the minutes of a company", () => {
  it("equal a recount of its calls, in whatever order and however often the events come", async () => {
    let run = 0;
    const anyRun = fc.array(anyCall, { minLength: 1, maxLength: 6 }).chain((calls) => {
      const steps = calls.flatMap((_, n) =>
        ["call_started", "call_ended", "call_analyzed"].map((name) => ({ n, name })),
      );
      return fc.record({
        calls: fc.constant(calls),
        order: fc.shuffledSubarray([...steps, ...steps.slice(0, 6)], { minLength: steps.length }),
        archived: fc.infiniteStream(fc.nat(4)),
      });
    });
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ calls, order, archived }) => {
        const [owner, lookAlike] = [await company({ timezone: ZONE }), await company({ timezone: ZONE })];
        run += 1;
        for (const { n, name } of order) {
          const call = calls[n];
          if (!call) continue;
          expect(await tell(name, eventOf(name, call, `usage${run}-${n}`, owner.phone))).toBe(204);
          if (archived.next().value === 0) await archiveAll();
        }
        // What was not among the deliveries has simply not come yet; a call without its end is no call yet.
        const came = (name: string) => calls.map((_, n) => order.some((step) => step.n === n && step.name === name));
        const [ended, analyzed] = [came("call_ended"), came("call_analyzed")];
        const over = calls.map((_, n) => ended[n] === true || analyzed[n] === true);
        const shown = await usage(owner);
        const expected = recount(
          calls.filter((_, n) => over[n]),
          analyzed.filter((_, n) => over[n]),
        );
        expect({
          calls: shown.calls,
          minutes: shown.minutes,
          short: shown.free_calls.short,
          rejected: shown.free_calls.rejected,
          cost: shown.cost_cents,
          days: Object.fromEntries(shown.by_day.map(({ date, minutes }) => [date, minutes])),
        }).toEqual(expected);
        expect(shown.by_month.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(expected.minutes);
        expect((await usage(lookAlike)).calls).toBe(0);
        await archiveAll();
        expect(await usage(owner)).toEqual(shown);
      }),
      { numRuns: 6 },
    );
  });

  it("are counted once when the same events come fifty times at once", async () => {
    const owner = await company({ timezone: ZONE });
    const call = { call_id: "at-once", to_number: owner.phone, start_timestamp: CHANGE };
    await Promise.all(Array.from({ length: 50 }, (_, n) => tell(n % 2 ? "call_ended" : "call_analyzed", call)));
    await archiveAll();
    expect(await usage(owner)).toMatchObject({ calls: 1, minutes: 2, cost_cents: 11.5 });
  });

  it("are corrected by further rows; none is changed or deleted", async () => {
    const owner = await company({ timezone: ZONE });
    const call = { call_id: "corrected", to_number: owner.phone, start_timestamp: CHANGE };
    await tell("call_ended", { ...call, duration_ms: 61_000 });
    const rows = async () =>
      (await env.DB.prepare("SELECT * FROM usage_entries WHERE user_id = ? ORDER BY n").bind(owner.id).all()).results;
    const [first] = await rows();
    await tell("call_analyzed", { ...call, duration_ms: 200_000 });
    expect(await rows()).toMatchObject([{ ...first }, { n: 1, calls: 0, minutes: 2 }]);
    expect(await usage(owner)).toMatchObject({ calls: 1, minutes: 4 });
  });

  it("leave out the call that proves the number, and calls from the operator's own phone", async () => {
    const owner = await company({ operator_phone: "+16025550133" });
    await ring(owner.phone, "+16025550111", { call_id: "proof" });
    const now = Date.now();
    const call = { to_number: owner.phone, duration_ms: 300_000 };
    await tell("call_ended", { ...call, call_id: "proof", start_timestamp: now });
    await tell("call_ended", { ...call, call_id: "own", start_timestamp: now + 200_000, from_number: "+16025550133" });
    await tell("call_ended", { ...call, call_id: "caller", start_timestamp: now + 200_000 });
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const around = `from=${day(now - 86_400_000)}&to=${day(now + 86_400_000)}`;
    const before = await usage(owner, around);
    expect(before).toMatchObject({ calls: 3, minutes: 5, free_calls: { proof: 1, own_phone: 1 } });
    await owner.put("/api/tenant-config", { operator_phone: "" });
    await archiveAll();
    expect(await usage(owner, around)).toEqual(before);
  });
});

it("without days, this month in the company's zone is shown", async () => {
  const owner = await company({ timezone: ZONE });
  const today = Temporal.Now.instant().toZonedDateTimeISO(ZONE).toPlainDate();
  expect(await usage(owner, "")).toMatchObject({
    period_start: today.with({ day: 1 }).toString(),
    period_end: today.with({ day: today.daysInMonth }).toString(),
    timezone: ZONE,
    minutes: 0,
    calls: 0,
  });
});

it.each([
  "from=2025-02-30&to=2025-03-01",
  "from=2025-03-02&to=2025-03-01",
  "from=2024-01-01&to=2025-06-01",
  "from=2025-01-01",
  "month=5",
])("%s is refused", async (query) => {
  const owner = await company();
  expect((await owner.get(`/api/usage?${query}`)).status).toBe(400);
});
