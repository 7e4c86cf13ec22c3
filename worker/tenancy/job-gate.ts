import { ownerOfMail } from "../db/directory.ts";
import type { Services } from "../services.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

/** Admits a queued mail again: it acts for the account that its row names. Null when the row is gone. */
export async function scopeOfMail(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfMail(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}
