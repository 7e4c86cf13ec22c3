import { openFile } from "../../dashboard/imports/list-reader/open-file.ts";
import { ListRefused } from "../../dashboard/imports/list-reader/refused.ts";
import { listSteps } from "../../worker/imports/map-list.ts";
import { AppError } from "../../worker/lib/errors.ts";
import { atOnce } from "../../worker/lib/steps.ts";
import type { FoundRow } from "./found-row.ts";
import type { Layout } from "./layout.ts";
import { layoutFile } from "./layout-file.ts";
import { driverValues, rideValues } from "./stored-values.ts";

/** A file that was taken as it is, or the question or reason with which it was not. */
export type Reading = { kind: "taken"; rows: FoundRow[] } | { kind: "stopped"; why: string };

/** Reads a layout the way an upload is read, without an answer to any question: what would be stored is what is found. */
export async function readLayout(layout: Layout): Promise<Reading> {
  try {
    const { table } = await openFile(await layoutFile(layout), () => {});
    const { pages } = atOnce(listSteps(layout.kind, table, NOTHING_SAID, layout.timezone));
    const stored = pages.flatMap((page): unknown[][] => JSON.parse(page));
    const values = layout.kind === "drivers" ? driverValues : (cells: unknown[]) => rideValues(cells, layout.timezone);
    return { kind: "taken", rows: stored.map(values) };
  } catch (error) {
    if (error instanceof AppError || error instanceof ListRefused) return { kind: "stopped", why: error.message };
    throw error;
  }
}

const NOTHING_SAID = { mapping: null, dateOrder: null, statusWords: null };
