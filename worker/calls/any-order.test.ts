import { env } from "cloudflare:test";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { fromRetell, send } from "../testing/app.ts";
import { STORY, tell } from "../testing/call-story.ts";
import { archiveAll, CITY, deliver, mailTo, seededAccounts } from "../testing/operator.ts";

const TRANSFERS = ["transfer_started", "transfer_bridged", "transfer_cancelled", "transfer_ended"];
const EVENTS = [...Object.keys(STORY), ...TRANSFERS, "call_teleported"]; // and one that we do not know yet
const MESSAGE = "take_message"; // the caller's message arrives among the events, just as often
const TIMES = 50;
const RUNS = 10;

beforeAll(() => seededAccounts());

let calls = 0;
let mailsBefore = 0;

it(`fifty deliveries of each event, in ${RUNS} random orders, end in the same state as one ordered run`, async () => {
  for (const event of [...EVENTS, MESSAGE]) expect(await hand(event, "ordered")).toBeLessThan(300);
  await archiveAll();
  const ordered = await everythingOf("ordered");
  expect(ordered.call).toMatchObject({ status: "ended", cost_cents: 11.5, lookups: 1, summary: "Asked for a ride." });
  expect(ordered.inbox).toEqual([]);
  expect(ordered.archive.filter((key) => key.includes("/transcripts/"))).toHaveLength(EVENTS.length);
  expect(ordered.messages).toMatchObject([{ message: "Call me.", caller_name: "Wen Bauer" }]);
  expect(ordered.mails).toBe(1);

  const deliveries = [...EVENTS, MESSAGE].flatMap((event) => Array.from({ length: TIMES }, () => event));
  const anyOrder = fc.shuffledSubarray(deliveries, { minLength: deliveries.length });
  await fc.assert(
    fc.asyncProperty(anyOrder, fc.infiniteStream(fc.nat(9)), async (order, chance) => {
      calls += 1;
      const call_id = `call_${calls}`;
      const statuses = order.map(async (event) => {
        const status = await hand(event, call_id);
        // Now and then the queue runs in between, so that events arrive again after they were archived.
        if (chance.next().value === 0) await archiveSome(call_id);
        return status;
      });
      expect(new Set(await Promise.all(statuses))).toEqual(new Set([200, 204]));
      await archiveAll();
      expect(await everythingOf(call_id)).toEqual(ordered);
    }),
    { numRuns: RUNS },
  );
});

/** Delivers an event of the call, or the message that the caller leaves. */
async function hand(event: string, callId: string): Promise<number> {
  if (event !== MESSAGE) return tell(event, { call_id: callId });
  const args = { message: "Call me.", caller_name: "Wen Bauer", callback_number: "602 555 0111" };
  const call = { call_id: callId, to_number: CITY.phoneNumber, from_number: "+16025550111" };
  return (await send(await fromRetell("/retell/tools/take_message", { args, call }))).status;
}

async function archiveSome(callId: string): Promise<void> {
  const waiting = env.DB.prepare("SELECT id FROM call_events WHERE call_id = ? LIMIT 1").bind(callId);
  const id = await waiting.first("id");
  if (id)
    await deliver([
      { kind: "call_event", id },
      { kind: "call_event", id },
    ]);
}

/** Everything stored about a call, without what differs between any two calls. */
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
    messages: await messagesOf(callId),
    mails: await mailsSent(),
  };
}

async function messagesOf(callId: string) {
  const { results } = await env.DB.prepare("SELECT * FROM messages WHERE call_id = ?").bind(callId).all();
  return results.map(({ id, call_id, mail_id, created_at, updated_at, ...message }) => {
    expect(mail_id).toBe(id);
    return message;
  });
}

/**
 * How many mails the operator has got since the last time. Then an hour passes, so that each message gets its own mail.
 */
async function mailsSent(): Promise<number> {
  const arrived = (await mailTo(CITY.user.email)).length;
  const fresh = arrived - mailsBefore;
  mailsBefore = arrived;
  await env.DB.exec("UPDATE messages SET created_at = created_at - 4000000");
  return fresh;
}

function eventIn(name: unknown): string {
  return String(name).replace(/-[0-9a-f]{16}$/, "");
}
