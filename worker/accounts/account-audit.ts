import { insertAudit } from "../db/audit.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";

/**
 * Puts on record what better-auth did to an account. It writes by itself, so the row cannot stand in the same batch, and
 * a row that fails does not undo what was done.
 */
export function accountAudit({ db }: Services) {
  const record = async (owner: { id: string }, action: string) =>
    quietly("audit_not_written", insertAudit(scopeOfAccount(owner), db, { actor: owner.id, action }).execute());
  return {
    confirmed: (owner: { id: string }) => record(owner, "account.email_confirmed"),
    signedOutEverywhere: (owner: { id: string }) => record(owner, "account.signed_out_everywhere"),
  };
}
