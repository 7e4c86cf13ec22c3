import { type Database, openDatabase } from "./db/database.ts";
import { type Bindings, readSettings, type Settings } from "./env.ts";
import type { Job } from "./jobs/job.ts";

/** Everything that a request or a job may use. Nothing else reads the environment. */
export type Services = {
  settings: Settings;
  db: Database;
  d1: D1Database;
  kv: KVNamespace;
  /** What was said and recorded in calls (worker/calls/archive.ts). */
  archive: R2Bucket;
  jobs: Queue<Job>;
  /** Cloudflare's own mail. */
  email: SendEmail;
  apiLimit: RateLimit;
  /** Epoch milliseconds. */
  now: () => number;
  /** Work that begins once the answer is on its way; the platform keeps the Worker alive until it is done. */
  defer: (work: () => Promise<unknown>) => void;
};

const AFTER_ANSWER_MS = 5; // enough for the answer to leave first

export function createServices(env: Bindings, context: Pick<ExecutionContext, "waitUntil">): Services {
  return {
    settings: readSettings(env),
    db: openDatabase(env.DB),
    d1: env.DB,
    kv: env.KV,
    archive: env.ARCHIVE,
    jobs: env.JOBS,
    email: env.EMAIL,
    apiLimit: env.API_LIMIT,
    now: () => Date.now(),
    defer: (work) => context.waitUntil(scheduler.wait(AFTER_ANSWER_MS).then(work)),
  };
}
