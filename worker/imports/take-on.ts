import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { sourceOf, type ToImport, zoneFor } from "./import-file.ts";
import type { ImportReply } from "./import-reply.ts";
import { showVersion } from "./show-version.ts";
import { insertVersion } from "./store/arriving-version.ts";
import type { Sending } from "./store-list.ts";
import { keepFile } from "./waiting-file.ts";

/** A file that the queue will read. */
export type TakenOn = { reply: ImportReply; takenOn: true };

/**
 * Takes on a large file for the queue. First the file lies in R2, then a row says so, and only then is it acknowledged:
 * what the queue loses, the sweep finds by that row.
 * @throws AppError 409 without settings
 */
export async function takeOn(
  scope: UserScope,
  services: Services,
  { from, bytes }: { from: "csv" | "json"; bytes: Uint8Array },
  { kind, mode, fileName, reading }: ToImport,
  { actor, activate }: Sending,
): Promise<TakenOn> {
  await zoneFor(scope, services, kind); // asked for now, because the sender is still there to answer
  const id = crypto.randomUUID();
  await keepFile(scope, services.archive, id, bytes);
  await insertVersion(scope, services.db, {
    id,
    kind,
    mode,
    fileName,
    source: sourceOf(actor),
    createdBy: actor,
    importedAt: services.now(),
    state: "reading",
    progress: 0,
    task: { from, activate, actor, reading, timezone: null },
  });
  await queueImport(services, id);
  return { reply: await showVersion(scope, services, id), takenOn: true };
}

/** Queues the reading of a file. If the queue does not accept it, the next sweep does it. */
export async function queueImport({ jobs }: Services, id: string): Promise<void> {
  try {
    await jobs.send({ kind: "import", id });
  } catch (error) {
    log("import_not_queued", { import_id: id, ...describeError(error) });
  }
}
