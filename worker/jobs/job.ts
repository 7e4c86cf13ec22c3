import * as z from "zod";

/**
 * What the queue `nightdesk-jobs` carries: names of rows or companies, never their content, because a queue keeps its messages for
 * days. A job is admitted again when it runs; one that is done or gone is no error.
 */
export const job = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mail"), id: z.string() }),
  z.object({ kind: z.literal("call_event"), id: z.string() }),
  z.object({ kind: z.literal("closure"), id: z.string() }),
  z.object({ kind: z.literal("copies_at_retell"), id: z.string() }), // the company whose they are
  z.object({ kind: z.literal("number"), id: z.string() }),
]);

export type Job = z.infer<typeof job>;

/** What became of a job: done, or to be tried again after so many seconds. */
export type JobResult = { retryInSeconds: number | null };
