import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { tell } from "../testing/call-story.ts";
import { company, csv } from "../testing/company.ts";
import { archiveAll, runSweep, seededAccounts } from "../testing/operator.ts";

const DAY = 86_400_000;

type Company = Awaited<ReturnType<typeof company>>;

// The order of the companies in the database is not fixed, so each of the two fails once.
it.each([0, 1])("a failure for one company does not stop the work for the other (%i)", async (failing) => {
  await seededAccounts();
  const both = [await company(), await company()];
  for (const each of both) await leaveWork(each);
  await archiveAll();
  await failFor(both[failing]);
  await runSweep();
  expect(await workLeft(both[failing])).toEqual({ digests: 1, transcripts: 1, bookings: 1 });
  expect(await workLeft(both[1 - failing])).toEqual({ digests: 0, transcripts: 0, bookings: 0 });
});

/** Work for each step that goes from company to company: a digest to write, a call and a booking to purge. */
async function leaveWork({ id, phone, upload }: Company): Promise<void> {
  const long = Date.now() - 100 * DAY;
  await env.DB.prepare(
    `INSERT INTO messages (id, user_id, call_id, message_hash, message, awaits_digest, created_at)
     VALUES (?1, ?2, 'call_1', 'hash', 'Call me.', 1, ?3)`,
  )
    .bind(crypto.randomUUID(), id, long)
    .run();
  await tell("call_ended", { call_id: `call_of_${id}`, to_number: phone, start_timestamp: long });
  const day = new Date(long).toISOString().slice(0, 10);
  await upload("/api/imports?kind=reservations&activate=true", csv(["A-1", { day }]));
}

/** From now on no audit row can be written for this company. */
async function failFor(company: Company | undefined): Promise<void> {
  const triggers = ["audit_events", "outgoing_mail"].map((table) =>
    env.DB.prepare(
      `CREATE TRIGGER no_${table} BEFORE INSERT ON ${table} WHEN NEW.user_id = '${company?.id}'
       BEGIN SELECT RAISE(ABORT, 'this company fails'); END`,
    ),
  );
  await env.DB.batch(triggers);
}

async function workLeft(company: Company | undefined) {
  return env.DB.prepare(
    `SELECT (SELECT count(*) FROM messages WHERE user_id = ?1 AND awaits_digest = 1) AS digests,
       (SELECT count(*) FROM calls WHERE user_id = ?1 AND transcript_name IS NOT NULL) AS transcripts,
       (SELECT count(*) FROM reservations WHERE user_id = ?1) AS bookings`,
  )
    .bind(company?.id)
    .first();
}
