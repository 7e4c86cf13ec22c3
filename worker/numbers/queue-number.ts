import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";

/** Asks for a number to be gone on with. What the queue does not take, the next sweep does. */
export async function queueNumber(services: Services, id: string): Promise<void> {
  try {
    await services.jobs.send({ kind: "number", id });
  } catch (error) {
    log("number_not_queued", { number_id: id, ...describeError(error) });
  }
}
