declare const proven: unique symbol;

/** Proven by a session or a signed job: the operator's account. */
export type UserScope = { readonly [proven]: true; readonly by: "user"; readonly userId: string };

/** Proven by Retell's signature: the tenant is whoever owns the dialled number, looked up within each statement. */
export type NumberScope = { readonly [proven]: true; readonly by: "number"; readonly phoneNumber: string };

/** Whose data a use-case may touch. Stores take it as their first argument and put it into their SQL. */
export type TenantScope = UserScope | NumberScope;

/** Only for the gates in this folder, after they have checked a session, a vendor's signature or a signed job. */
export function scopeOfUser(userId: string): UserScope {
  return { by: "user", userId } as UserScope; // the brand exists only at compile time
}

/** As above: `phoneNumber` is the `to_number` of a signed envelope. */
export function scopeOfDialledNumber(phoneNumber: string): NumberScope {
  return { by: "number", phoneNumber } as NumberScope; // the brand exists only at compile time
}
