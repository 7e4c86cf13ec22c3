import { deleteOldTries } from "../accounts/store/sign-in-tries.ts";
import { lastMidnight, purge } from "../calls/purge.ts";
import { bringIn } from "../calls/set-aside.ts";
import { companiesWithCopies, deleteOldTraces, dueCallEvents } from "../db/directory/calls.ts";
import { dueClosures } from "../db/directory/closures.ts";
import { dueImports } from "../db/directory/imports.ts";
import { deleteOldMail, dueMail } from "../db/directory/mail.ts";
import { dueNumbers } from "../db/directory/numbers.ts";
import { duePurchases } from "../db/directory/purchases.ts";
import { mailWhenStale } from "../imports/mail-when-stale.ts";
import { ABANDONED_MS, removeSurplus } from "../imports/remove-surplus.ts";
import { KINDS } from "../imports/version.ts";
import { bringInRings } from "../inbound/record-ring.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { sendDigest } from "../messages/send-digest.ts";
import { purgeBookings } from "../reservations/purge-bookings.ts";
import type { Services } from "../services.ts";
import {
  scopesAwaitingDigest,
  scopesOfAbandonedUploads,
  scopesOfStaleLists,
  scopesWithExpiredBookings,
  scopesWithExpiredCalls,
} from "../tenancy/job-gate.ts";
import { awaitsResealing } from "../vault/reseal.ts";
import { removeLeftovers } from "../vault/tidy.ts";
import type { Job } from "./job.ts";

const JOBS_PER_BATCH = 100; // the most that a queue accepts in one call
const MOST_JOBS_PER_KIND = 1000; // the next sweep takes the next ones
const DAY_MS = 86_400_000;
const KEEP_LOOK_UPS_MS = DAY_MS; // the limits look back one day
const KEEP_RINGS_MS = 90 * DAY_MS;
const KEEP_SENT_MS = 30 * DAY_MS; // long enough to answer "did you send it?"
const KEEP_TRIES_MS = { failed: DAY_MS, succeeded: 30 * DAY_MS };
const DIGEST_WAIT_MS = 15 * 60_000; // at most four digests an hour
const COMPANIES_PER_STEP = 10; // each takes a few dozen requests to D1 and R2, and a sweep has a dozen other steps
const LIGHT_COMPANIES_PER_STEP = 100; // for steps that need only a few requests per company

/** Continues whatever a crash, an outage or an exhausted queue left behind, and does the work that is due by time. */
export async function sweep(services: Services): Promise<void> {
  await quietly("set_aside_not_brought_in", bringIn(services));
  await quietly("rings_not_brought_in", bringInRings(services));
  await quietly("events_not_queued", queueAgain(services, "call_event", dueCallEvents));
  await quietly("mail_not_queued", queueAgain(services, "mail", dueMail));
  await quietly("closures_not_queued", queueAgain(services, "closure", dueClosures));
  await quietly("numbers_not_queued", queueAgain(services, "number", dueNumbers));
  await quietly("imports_not_queued", queueAgain(services, "import", dueImports));
  await quietly("purchases_not_queued", queueAgain(services, "purchase", duePurchases));
  await quietly("digests_not_sent", sendDigests(services));
  await quietly("nothing_purged", purgeExpiredCalls(services));
  await quietly("copies_not_queued", queueAgain(services, "copies_at_retell", expiredCopies));
  await quietly("no_booking_purged", purgeExpiredBookings(services));
  await quietly("nobody_told_of_old_lists", tellOfOldLists(services));
  await quietly("uploads_not_removed", removeAbandoned(services));
  await quietly("secrets_not_sealed_again", continueRotation(services));
  await quietly("secrets_not_tidied", removeLeftovers(services));
  await quietly("old_traces_not_forgotten", deleteOld(services));
}

async function queueAgain(services: Services, kind: Job["kind"], due: typeof dueMail): Promise<void> {
  const waiting = await due(services.db, services.now(), MOST_JOBS_PER_KIND);
  if (waiting.length === 0) return;
  for (let from = 0; from < waiting.length; from += JOBS_PER_BATCH) {
    await services.jobs.sendBatch(waiting.slice(from, from + JOBS_PER_BATCH).map((id) => ({ body: { kind, id } })));
  }
  log("queued_again", { kind, count: waiting.length });
}

async function sendDigests(services: Services): Promise<void> {
  const due = await scopesAwaitingDigest(services, services.now() - DIGEST_WAIT_MS, COMPANIES_PER_STEP);
  for (const scope of due) await quietly("digest_not_sent", sendDigest(scope, services));
}

async function purgeExpiredCalls(services: Services): Promise<void> {
  const due = await scopesWithExpiredCalls(services, lastMidnight(services.now()), COMPANIES_PER_STEP);
  for (const scope of due) await quietly("company_not_purged", purge(scope, services));
}

function expiredCopies(db: Services["db"], now: number): Promise<string[]> {
  return companiesWithCopies(db, lastMidnight(now), JOBS_PER_BATCH);
}

async function purgeExpiredBookings(services: Services): Promise<void> {
  const due = await scopesWithExpiredBookings(services, lastMidnight(services.now()), COMPANIES_PER_STEP);
  for (const scope of due) await quietly("bookings_not_purged", purgeBookings(scope, services));
}

async function tellOfOldLists(services: Services): Promise<void> {
  for (const scope of await scopesOfStaleLists(services, LIGHT_COMPANIES_PER_STEP)) {
    await quietly("stale_not_told", mailWhenStale(scope, services));
  }
}

async function removeAbandoned(services: Services): Promise<void> {
  for (const scope of await scopesOfAbandonedUploads(
    services,
    services.now() - ABANDONED_MS,
    LIGHT_COMPANIES_PER_STEP,
  )) {
    for (const kind of KINDS) await removeSurplus(scope, services, kind);
  }
}

async function continueRotation(services: Services): Promise<void> {
  const kid = await awaitsResealing(services);
  if (kid !== null) await services.jobs.send({ kind: "reseal", id: kid });
}

async function deleteOld({ db, now }: Services): Promise<void> {
  await deleteOldMail(db, now() - KEEP_SENT_MS);
  await deleteOldTries(db, {
    failed: now() - KEEP_TRIES_MS.failed,
    succeeded: now() - KEEP_TRIES_MS.succeeded,
  });
  await deleteOldTraces(db, { lookUps: now() - KEEP_LOOK_UPS_MS, rings: now() - KEEP_RINGS_MS });
}
