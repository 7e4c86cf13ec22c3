import type { SQL } from "drizzle-orm";
import { companiesWithOutlived, ownerOfCallEvent } from "../db/directory/calls.ts";
import { ownerOfClosure } from "../db/directory/closures.ts";
import { companiesWithDedicatedAgents, isCompany } from "../db/directory/companies.ts";
import {
  companiesWithAbandoned,
  companiesWithOutlivedBookings,
  ownerOfImport,
  staleCompanies,
} from "../db/directory/imports.ts";
import { companiesAwaitingDigest, ownerOfMail } from "../db/directory/mail.ts";
import { everyNumber, ownerOfNumber } from "../db/directory/numbers.ts";
import { ownerOfPurchase, purchasesSince } from "../db/directory/purchases.ts";
import { companiesWithRoutes } from "../db/directory/routes.ts";
import { secretsWithOtherKey, secretsWithoutRecord, unusedPlaces } from "../db/directory/secrets.ts";
import type { Services } from "../services.ts";
import type { SecretRecord } from "../vault/record.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

/** Lets the sweep act for companies whose list of bookings is too old. */
export async function scopesOfStaleLists(services: Services, limit: number): Promise<UserScope[]> {
  return (await staleCompanies(services.db, services.now(), limit)).map(scopeOfUser);
}

/** Lets the hourly check look after every company that has an agent of its own. */
export async function scopesWithDedicatedAgents(services: Services): Promise<UserScope[]> {
  return (await companiesWithDedicatedAgents(services.db)).map(scopeOfUser);
}

/** Lets the watchdog look at every company whose calls come by a route. */
export async function scopesWithRoutes(services: Services): Promise<UserScope[]> {
  return (await companiesWithRoutes(services.db)).map(scopeOfUser);
}

/** Lets the sweep act for companies with uploads that have made no progress since `before`. */
export async function scopesOfAbandonedUploads(
  services: Services,
  before: number,
  limit: number,
): Promise<UserScope[]> {
  return (await companiesWithAbandoned(services.db, before, limit)).map(scopeOfUser);
}

/** Checks a queued mail again: it acts for the account that its row names. Null if the row is gone. */
export async function scopeOfMail(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfMail(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** Checks a queued import again: it acts for the company that its row names. Null if the row is gone. */
export async function scopeOfImport(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfImport(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** The companies whose next digest is due: a message has been waiting for it since `before`. */
export async function scopesAwaitingDigest(services: Services, before: number, limit: number): Promise<UserScope[]> {
  return (await companiesAwaitingDigest(services.db, before, limit)).map(scopeOfUser);
}

/** Checks a queued event again: it acts for the company that its row names. Null if the row is gone. */
export async function scopeOfCallEvent(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfCallEvent(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** Checks a queued number again: it acts for the company that its row names. Null if the row is gone. */
export async function scopeOfNumber(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfNumber(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** Checks a queued purchase again: it acts for the company that its row names. Null if the row is gone. */
export async function scopeOfPurchase(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfPurchase(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/**
 * How many numbers all companies together were given since then, to be counted within the statement that takes one more
 * place of the platform's daily cap.
 */
export function purchasesOfEveryCompany(since: number): SQL<number> {
  return purchasesSince(since);
}

/** Every company's numbers, each with a scope to act for it, for the comparison with Retell's list. */
export async function numbersOfEveryCompany(services: Services) {
  return (await everyNumber(services.db)).map((number) => ({ ...number, scope: scopeOfUser(number.userId) }));
}

/** The companies with transcripts or recordings past their retention. */
export async function scopesWithExpiredCalls(
  services: Services,
  midnight: number,
  limit: number,
): Promise<UserScope[]> {
  return (await companiesWithOutlived(services.db, midnight, limit)).map(scopeOfUser);
}

/** Checks a job that carries a company's id again. Null if the company is gone. */
export async function scopeOfCompany(services: Services, id: string): Promise<UserScope | null> {
  return (await isCompany(services.db, id)) ? scopeOfUser(id) : null;
}

/** The companies with bookings past their retention. */
export async function scopesWithExpiredBookings(
  services: Services,
  midnight: number,
  limit: number,
): Promise<UserScope[]> {
  return (await companiesWithOutlivedBookings(services.db, midnight, limit)).map(scopeOfUser);
}

/** Checks a queued closure again: it acts for the account that is being closed. Null if that is gone. */
export async function scopeOfClosure(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfClosure(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

type OwnedSecret = { scope: UserScope; record: SecretRecord };

/** Lets a key rotation open secrets that are sealed with a key other than `kid`. */
export async function secretsToReseal(
  services: Services,
  asked: Parameters<typeof secretsWithOtherKey>[1],
): Promise<OwnedSecret[]> {
  return (await secretsWithOtherKey(services.db, asked)).map(ownedSecret);
}

/** Lets the sweep delete places in KV that nobody will read any more. */
export async function unusedSecretPlaces(services: Services, before: number, limit: number) {
  const places = await unusedPlaces(services.db, before, limit);
  return places.map(({ userId, place }) => ({ scope: scopeOfUser(userId), place }));
}

/** Lets the sweep delete secrets whose record no longer exists. */
export async function secretsWithoutOwner(services: Services, before: number, limit: number): Promise<OwnedSecret[]> {
  return (await secretsWithoutRecord(services.db, before, limit)).map(ownedSecret);
}

function ownedSecret({ userId, kind, recordId }: { userId: string; kind: SecretRecord["kind"]; recordId: string }) {
  return { scope: scopeOfUser(userId), record: { kind, id: recordId } };
}
