import {
  companiesAwaitingDigest,
  companiesWithAbandoned,
  companiesWithOutlived,
  companiesWithOutlivedBookings,
  everyNumber,
  isCompany,
  ownerOfCallEvent,
  ownerOfClosure,
  ownerOfMail,
  ownerOfNumber,
  secretsWithOtherKey,
  secretsWithoutRecord,
  staleCompanies,
  unusedPlaces,
} from "../db/directory.ts";
import type { Services } from "../services.ts";
import type { SecretRecord } from "../vault/record.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

/** Admits the sweep to companies whose bookings have grown too old. */
export async function scopesOfStaleLists(services: Services, limit: number): Promise<UserScope[]> {
  return (await staleCompanies(services.db, services.now(), limit)).map(scopeOfUser);
}

/** Admits the sweep to companies with uploads that were given up before that instant. */
export async function scopesOfAbandonedUploads(
  services: Services,
  before: number,
  limit: number,
): Promise<UserScope[]> {
  return (await companiesWithAbandoned(services.db, before, limit)).map(scopeOfUser);
}

/** Admits a queued mail again: it acts for the account that its row names. Null when the row is gone. */
export async function scopeOfMail(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfMail(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** The companies whose next digest is due: a message has been waiting for it since `before`. */
export async function scopesAwaitingDigest(services: Services, before: number, limit: number): Promise<UserScope[]> {
  return (await companiesAwaitingDigest(services.db, before, limit)).map(scopeOfUser);
}

/** Admits a queued event again: it acts for the company that its row names. Null when the row is gone. */
export async function scopeOfCallEvent(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfCallEvent(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** Admits a queued number again: it acts for the company that its row names. Null when the row is gone. */
export async function scopeOfNumber(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfNumber(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

/** Every company's numbers, each with the scope to act for it: for the comparison with Retell's list. */
export async function numbersOfEveryCompany(services: Services) {
  return (await everyNumber(services.db)).map((number) => ({ ...number, scope: scopeOfUser(number.userId) }));
}

/** The companies that have kept something for longer than they wish. */
export async function scopesWithOutlived(services: Services, midnight: number, limit: number): Promise<UserScope[]> {
  return (await companiesWithOutlived(services.db, midnight, limit)).map(scopeOfUser);
}

/** Admits a job that carries a company's id again. Null when the company is gone. */
export async function scopeOfCompany(services: Services, id: string): Promise<UserScope | null> {
  return (await isCompany(services.db, id)) ? scopeOfUser(id) : null;
}

/** The companies that have kept bookings for longer than they wish. */
export async function scopesWithOutlivedBookings(
  services: Services,
  midnight: number,
  limit: number,
): Promise<UserScope[]> {
  return (await companiesWithOutlivedBookings(services.db, midnight, limit)).map(scopeOfUser);
}

/** Admits a closure again: it acts for the account that is leaving. Null when that is gone. */
export async function scopeOfClosure(services: Services, id: string): Promise<UserScope | null> {
  const owner = await ownerOfClosure(services.db, id);
  return owner === null ? null : scopeOfUser(owner);
}

type OwnedSecret = { scope: UserScope; record: SecretRecord };

/** Admits a key rotation to secrets that are sealed with another key than `kid`. */
export async function secretsToReseal(
  services: Services,
  asked: Parameters<typeof secretsWithOtherKey>[1],
): Promise<OwnedSecret[]> {
  return (await secretsWithOtherKey(services.db, asked)).map(ownedSecret);
}

/** Admits the sweep to places in KV that nobody will read any more. */
export async function unusedSecretPlaces(services: Services, before: number, limit: number) {
  const places = await unusedPlaces(services.db, before, limit);
  return places.map(({ userId, place }) => ({ scope: scopeOfUser(userId), place }));
}

/** Admits the sweep to secrets that belong to nothing any more. */
export async function secretsWithoutOwner(services: Services, before: number, limit: number): Promise<OwnedSecret[]> {
  return (await secretsWithoutRecord(services.db, before, limit)).map(ownedSecret);
}

function ownedSecret({ userId, kind, recordId }: { userId: string; kind: SecretRecord["kind"]; recordId: string }) {
  return { scope: scopeOfUser(userId), record: { kind, id: recordId } };
}
