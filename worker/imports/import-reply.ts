import type { Coming } from "./coming-rides.ts";
import type { RowError } from "./reading/notes.ts";
import type { DroppedRide } from "./store/coming-rides.ts";
import type { Version } from "./store/imports.ts";

type Shown = {
  errors: RowError[];
  receivedPages: number[];
  /**
   * What activating it would do to the coming rides, with the first of those that callers would no longer hear about.
   */
  coming: (Coming & { asks_first: boolean; sample: DroppedRide[] }) | null;
};

/** Placeholders for what is not read when many versions are listed. */
export const UNREAD: Shown = { errors: [], receivedPages: [], coming: null };

/** A version of a list as the API shows it. */
export function importReply(version: Version, { errors, receivedPages, coming }: Shown) {
  return {
    id: version.id,
    kind: version.kind,
    mode: version.mode,
    status: statusOf(version),
    rows: version.rowCount,
    skipped: version.skippedCount,
    errors,
    error_count: version.skippedCount,
    warnings: (version.warnings ?? []).map(({ code, column, message, count, rows, words }) => ({
      code,
      column,
      message,
      count,
      rows,
      words: words ?? [],
    })),
    diff: version.diff,
    coming,
    duplicate_of: version.duplicateOf,
    received_pages: receivedPages,
    page_size: PAGE_SIZE,
    created_at: version.createdAt,
    created_by: version.createdByName,
    activated_at: version.activatedAt,
    /**
     * The version that an undo goes back to; null while this one was never current, or if there was no list before it.
     */
    previous_import_id: version.previousImportId,
    as_of: version.importedAt,
    rows_kept: version.prunedAt === null,
    /** Percent, while the queue reads the file. */
    progress: version.progress,
    /** Why the file was refused: `code`, `message` and `fields`, as the answer to a small file says it. */
    problem: version.problem,
    file_name: version.fileName,
    source: version.source,
  };
}

export type ImportReply = ReturnType<typeof importReply>;

/** Rows in one page of an upload. */
export const PAGE_SIZE = 2000;

type ImportStatus = Version["state"] | "current" | "superseded";

function statusOf({ state, current, activatedAt }: Version): ImportStatus {
  if (state !== "ready") return state;
  if (current === 1) return "current";
  return activatedAt === null ? "ready" : "superseded";
}
