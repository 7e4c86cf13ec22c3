import { describeError, log } from "../lib/log.ts";
import { sendMail } from "../mail/send-mail.ts";
import type { Services } from "../services.ts";
import { type JobResult, job } from "./job.ts";

const AFTER_A_SURPRISE_SECONDS = 60;

/** Runs every message of a batch on its own: one that fails is tried again without the others. */
export async function runBatch(batch: MessageBatch, services: Services): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      const { retryInSeconds } = await run(message.body, services);
      if (retryInSeconds === null) message.ack();
      else message.retry({ delaySeconds: retryInSeconds });
    }),
  );
}

async function run(body: unknown, services: Services): Promise<JobResult> {
  const known = job.safeParse(body);
  if (!known.success) {
    log("job_unknown", {});
    return { retryInSeconds: null };
  }
  try {
    return await sendMail(services, known.data.id);
  } catch (error) {
    log("job_failed", { kind: known.data.kind, ...describeError(error) });
    return { retryInSeconds: AFTER_A_SURPRISE_SECONDS };
  }
}
