import { AppError, notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { ImportReply } from "./import-reply.ts";
import { removeSurplus } from "./remove-surplus.ts";
import { showVersion } from "./show-version.ts";
import { currentVersion, findVersion } from "./store/imports.ts";
import { discardVersion } from "./store/remove-versions.ts";
import { activateVersion, undoActivation } from "./store/switch-version.ts";
import { forgetFile } from "./waiting-file.ts";

/**
 * Makes a version current, so that the next call hears it. A version that is already current stays current.
 * @throws AppError 404, 409 while its rows are arriving or when they are no longer kept
 */
export async function activateImport(
  scope: UserScope,
  services: Services,
  id: string,
  actor: string,
): Promise<ImportReply> {
  const version = await findVersion(scope, services.db, id);
  if (!version) throw notFound();
  if (version.current !== 1) {
    if (version.prunedAt !== null)
      throw conflict("The rows of this version are no longer kept. Import the file again.");
    const activated = await activateVersion(scope, services.db, version, { actor, at: services.now() });
    if (!activated) throw conflict("The file has not arrived completely. Finish the upload first.");
    services.defer(() => removeSurplus(scope, services, version.kind));
  }
  return showVersion(scope, services, id);
}

/**
 * Goes back from this version, which must be the current one, to the one before it. `current` is null if there was
 * none: then no list remains, and the agent finds nothing until a version is made current again.
 * @throws AppError 404, 409 nothing_to_undo
 */
export async function undoImport(
  scope: UserScope,
  services: Services,
  id: string,
  actor: string,
): Promise<{ current: ImportReply | null }> {
  const version = await findVersion(scope, services.db, id);
  if (!version) throw notFound();
  if (version.current !== 1) throw nothingToUndo("This version is not the current one, so there is nothing to undo.");
  const undone = await undoActivation(scope, services.db, version, { actor, at: services.now() });
  if (!undone) throw nothingToUndo("The version before this one is no longer kept. Import its file again.");
  const current = await currentVersion(scope, services.db, version.kind);
  return { current: current && (await showVersion(scope, services, current.id)) };
}

/**
 * Removes a version that was never current.
 * @throws AppError 404, 409 when callers have heard it
 */
export async function discardImport(scope: UserScope, services: Services, id: string, actor: string): Promise<void> {
  const version = await findVersion(scope, services.db, id);
  if (!version) throw notFound();
  if (version.activatedAt !== null) throw conflict("Callers have heard this version. It stays in the history.");
  await discardVersion(scope, services.db, version, { actor });
  await forgetFile(scope, services.archive, id);
}

function conflict(message: string): AppError {
  return new AppError(409, "conflict", message);
}

function nothingToUndo(message: string): AppError {
  return new AppError(409, "nothing_to_undo", message);
}
