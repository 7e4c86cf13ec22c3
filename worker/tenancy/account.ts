import { scopeOfUser, type UserScope } from "./scope.ts";

/** The scope of an account that better-auth itself has looked up, for what it has us write to its owner. */
export function scopeOfAccount(account: { id: string }): UserScope {
  return scopeOfUser(account.id);
}
