import * as z from "zod";

/**
 * What the queue `nightdesk-jobs` carries: ids of rows or companies, never their content, because a queue keeps messages
 * for days. A job's company is checked again when it runs. A job that is already done, or whose row is gone, is no error.
 */
export const job = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mail"), id: z.string() }),
  z.object({ kind: z.literal("call_event"), id: z.string() }),
  z.object({ kind: z.literal("copies_at_retell"), id: z.string() }), // a company's id
  z.object({ kind: z.literal("closure"), id: z.string() }),
  z.object({ kind: z.literal("number"), id: z.string() }),
  z.object({ kind: z.literal("import"), id: z.string() }),
  z.object({ kind: z.literal("purchase"), id: z.string() }),
  z.object({ kind: z.literal("reseal"), id: z.string() }), // the name of a key
]);

export type Job = z.infer<typeof job>;
