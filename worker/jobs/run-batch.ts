import { archiveEvent } from "../calls/archive-event.ts";
import { purgeAtRetell } from "../calls/purge-at-retell.ts";
import { continueClosing } from "../closure/continue-closing.ts";
import { DONE, type JobResult } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import { sendMail } from "../mail/send-mail.ts";
import type { Services } from "../services.ts";
import { resealSecrets } from "../vault/reseal.ts";
import { type Job, job } from "./job.ts";

const AFTER_A_SURPRISE_SECONDS = 60;

const RUN: Record<Job["kind"], (services: Services, id: string) => Promise<JobResult>> = {
  mail: sendMail,
  call_event: archiveEvent,
  copies_at_retell: purgeAtRetell,
  closure: continueClosing,
  // Loaded on demand, because it brings Retell's client, which no other job needs.
  number: async (services, id) => (await import("../numbers/run-number-job.ts")).runNumberJob(services, id),
  purchase: async (services, id) => (await import("../numbers/run-purchase-job.ts")).runPurchaseJob(services, id),
  reseal: resealSecrets,
  import: async (services, id) => (await import("../imports/read-waiting.ts")).readWaiting(services, id),
};

/**
 * Runs every message of a batch separately: one that fails is retried without the others. Files are read one after
 * another, because two of the largest do not fit into a Worker's memory.
 */
export async function runBatch(batch: MessageBatch, services: Services): Promise<void> {
  const isFile = ({ body }: Message) => job.safeParse(body).data?.kind === "import";
  const files = batch.messages.filter(isFile);
  const settle = async (message: Message) => {
    const { retryInSeconds } = await run(message.body, services);
    if (retryInSeconds === null) message.ack();
    else message.retry({ delaySeconds: retryInSeconds });
  };
  const readFiles = async () => {
    for (const file of files) await settle(file);
  };
  await Promise.all([readFiles(), ...batch.messages.filter((message) => !isFile(message)).map(settle)]);
}

async function run(body: unknown, services: Services): Promise<JobResult> {
  const known = job.safeParse(body);
  if (!known.success) {
    log("job_unknown", {});
    return DONE;
  }
  try {
    return await RUN[known.data.kind](services, known.data.id);
  } catch (error) {
    log("job_failed", { kind: known.data.kind, ...describeError(error) });
    return { retryInSeconds: AFTER_A_SURPRISE_SECONDS };
  }
}

/** Logs jobs that the queue gave up on. Nothing is lost: the row is still there, and the sweep queues it again. */
export function logDeadJobs(batch: MessageBatch): void {
  for (const message of batch.messages) {
    const known = job.safeParse(message.body);
    log("job_dead", known.success ? known.data : {});
    message.ack();
  }
}
