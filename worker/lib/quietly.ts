import { describeError, log } from "./log.ts";

/** Waits for work that may fail without undoing what came before. A failure is logged as `event`. */
export async function quietly(event: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    log(event, describeError(error));
  }
}
