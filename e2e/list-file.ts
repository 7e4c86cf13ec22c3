import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { movedOn } from "../drizzle/seed/moved-on.ts";
import { dayAhead } from "./days.ts";

/** How many days from now the fixtures' own today is: all their rides are still to come, and none is today or tomorrow. */
export const LISTS_AHEAD = 30;

/** A list of the fixtures as an operator chooses it, its dates moved ahead of now. */
export function listFile(path: string): { name: string; mimeType: string; buffer: Buffer } {
  const text = movedOn(readFileSync(path, "utf8"), dayAhead(LISTS_AHEAD));
  return { name: basename(path), mimeType: "text/csv", buffer: Buffer.from(text) };
}
