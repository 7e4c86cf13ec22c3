export * from "./accounts.ts";
export * from "./calls.ts";
export * from "./closures.ts";
export * from "./imports.ts";
export * from "./mail.ts";
export * from "./reservations.ts";
export * from "./secrets.ts";
export * from "./tenants.ts";
