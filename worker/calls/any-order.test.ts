import { env } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { STORY, tell } from "../testing/call-story.ts";
import { archiveAll, deliver, seededAccounts } from "../testing/operator.ts";

const EVENTS = [...Object.keys(STORY), "call_teleported"]; // and one that nobody knows yet
const TIMES = 50;
const RUNS = 10;

beforeAll(() => seededAccounts());

let calls = 0;

it(`fifty deliveries of each event at once, in ${RUNS} random orders, leave what one ordered run leaves`, async () => {
  for (const event of EVENTS) expect(await tell(event, { call_id: "ordered" })).toBe(204);
  await archiveAll();
  const ordered = await everythingOf("ordered");
  expect(ordered.call).toMatchObject({ status: "ended", cost_cents: 11.5, lookups: 1, summary: "Asked for a ride." });
  expect(ordered.inbox).toEqual([]);
  expect(ordered.archive.filter((key) => key.includes("/transcripts/"))).toHaveLength(EVENTS.length);

  const deliveries = EVENTS.flatMap((event) => Array.from({ length: TIMES }, () => event));
  const anyOrder = fc.shuffledSubarray(deliveries, { minLength: deliveries.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.infiniteStream(fc.nat(9)), async (order, chance) => {
      calls += 1;
      const call_id = `call_${calls}`;
      const statuses = order.map(async (event) => {
        const status = await tell(event, { call_id });
        // Now and then the queue runs in the middle of it, so that events come again after they were put away.
        if (chance.next().value === 0) await archiveSome(call_id);
        return status;
      });
      expect(new Set(await Promise.all(statuses))).toEqual(new Set([204]));
      await archiveAll();
      expect(await everythingOf(call_id)).toEqual(ordered);
    }),
    { numRuns: RUNS },
  );
}, 180_000);

async function archiveSome(callId: string): Promise<void> {
  const waiting = env.DB.prepare("SELECT id FROM call_events WHERE call_id = ? LIMIT 1").bind(callId);
  const id = await waiting.first("id");
  if (id)
    await deliver([
      { kind: "call_event", id },
      { kind: "call_event", id },
    ]);
}

/** What is left of a call, without what differs between any two calls. */
async function everythingOf(callId: string) {
  const rows = await env.DB.prepare("SELECT * FROM calls WHERE call_id = ?").bind(callId).all();
  expect(rows.results).toHaveLength(1);
  const [{ id, call_id, created_at, updated_at, transcript_name, recording_name, ...call } = {}] = rows.results;
  const { objects } = await env.ARCHIVE.list();
  const names = objects.map(({ key }) => key).filter((key) => key.includes(`/${callId}/`));
  return {
    call,
    transcript: eventIn(transcript_name),
    recording: eventIn(recording_name),
    inbox: (await env.DB.prepare("SELECT id FROM call_events WHERE call_id = ?").bind(callId).all()).results,
    archive: names.map((key) => key.replace(`/${callId}/`, "/").replace(/-[0-9a-f]{16}\.json$/, "")).sort(),
  };
}

function eventIn(name: unknown): string {
  return String(name).replace(/-[0-9a-f]{16}$/, "");
}
