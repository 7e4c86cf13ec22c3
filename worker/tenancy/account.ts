import { scopeOfUser, type UserScope } from "./scope.ts";

/** The scope of an account that better-auth has looked up, for the mails it asks us to send to the owner. */
export function scopeOfAccount(account: { id: string }): UserScope {
  return scopeOfUser(account.id);
}
