/** The result of a job: done (null), or retry after this many seconds. */
export type JobResult = { retryInSeconds: number | null };

export const DONE: JobResult = { retryInSeconds: null };

/** Retry at this instant (epoch milliseconds), in a second at the earliest. */
export function retryAt(instant: number, now: number): JobResult {
  return { retryInSeconds: Math.max(Math.ceil((instant - now) / 1000), 1) };
}
