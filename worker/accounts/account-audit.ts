import type { AuditAction } from "../audit/actions.ts";
import { insertAudit } from "../db/audit.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";

/**
 * Writes an audit row for what better-auth did to an account. better-auth does its own writes, so this row cannot be in
 * the same batch, and if it fails the change stays.
 */
export function accountAudit({ db }: Services) {
  const record = async (owner: { id: string }, action: AuditAction) =>
    quietly("audit_not_written", insertAudit(scopeOfAccount(owner), db, { actor: owner.id, action }).execute());
  return {
    confirmed: (owner: { id: string }) => record(owner, "account.email_confirmed"),
    signedOutEverywhere: (owner: { id: string }) => record(owner, "account.signed_out_everywhere"),
    twoFactorOn: (owner: { id: string }) => record(owner, "account.two_factor_on"),
    twoFactorOff: (owner: { id: string }) => record(owner, "account.two_factor_off"),
    recoveryCodesMade: (owner: { id: string }) => record(owner, "account.recovery_codes_made"),
  };
}
