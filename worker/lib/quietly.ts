import { describeError, log } from "./log.ts";

/** Waits for work whose failure must not undo what was done before it; the failure is logged as `event`. */
export async function quietly(event: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    log(event, describeError(error));
  }
}
