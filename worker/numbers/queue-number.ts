import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";

/** Queues a job for a number. If the queue does not accept it, the next sweep does it. */
export async function queueNumber(services: Services, id: string): Promise<void> {
  try {
    await services.jobs.send({ kind: "number", id });
  } catch (error) {
    log("number_not_queued", { number_id: id, ...describeError(error) });
  }
}
