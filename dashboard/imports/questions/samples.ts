import type { Opened } from "../list-reader/messages.ts";

/** Some cells of a column, or of several that belong together, as they stand in the file; "" where there are none. */
export function samplesOf({ columns, samples }: Pick<Opened, "columns" | "samples">, chosen: string[]): string {
  return chosen.flatMap((column) => samples[columns.indexOf(column)] ?? []).join(" · ");
}
