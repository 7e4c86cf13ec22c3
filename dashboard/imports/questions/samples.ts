import type { Opened } from "../list-reader/messages.ts";

/** Some cells of a column, or of several that belong together, as they are in the file; "" if there are none. */
export function samplesOf({ columns, samples }: Pick<Opened, "columns" | "samples">, chosen: string[]): string {
  return chosen.flatMap((column) => samples[columns.indexOf(column)] ?? []).join(" · ");
}
