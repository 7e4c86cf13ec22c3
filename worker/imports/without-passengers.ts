import type { ImportReply } from "./import-reply.ts";

/**
 * A version as shown to a key that may import but not read. It names no passenger of the list before, and it tells what
 * could not be read only to whoever sent the file, because that quotes the file.
 */
export function withoutPassengers(reply: ImportReply, { isSender }: { isSender: boolean }): ImportReply {
  const coming = reply.coming && { ...reply.coming, sample: [] };
  return { ...reply, coming, ...(!isSender && { errors: [], warnings: [], problem: null }) };
}
