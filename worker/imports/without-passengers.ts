import type { ImportReply } from "./import-reply.ts";

/**
 * A version for a key that may import and not read. Of the list before it no passenger is named, and what could not be read
 * is told only to whoever sent the file, because it quotes the file.
 */
export function withoutPassengers(reply: ImportReply, { isSender }: { isSender: boolean }): ImportReply {
  const coming = reply.coming && { ...reply.coming, sample: [] };
  return { ...reply, coming, ...(!isSender && { errors: [], warnings: [] }) };
}
