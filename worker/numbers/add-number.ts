import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forgetSecret, sealSecret } from "../vault/seal.ts";
import { assertTrunk } from "./assert-trunk.ts";
import type { NewNumber } from "./number-schema.ts";
import { insertPhoneNumber, type NumberToStore, phoneNumbers, type StoredNumber } from "./store/phone-numbers.ts";
import { takeOver } from "./take-over.ts";

const MOST_NUMBERS = 50; // an abuse guard, so that nobody can reserve a city's numbers

/**
 * Adds a number that callers dial. The trunk password goes into the vault, never into the database.
 * @throws AppError 400 for a trunk that can never work; 409 number_taken, also while another company's unproven claim is being released; 409 conflict at 50
 * numbers; 503 when there is a password but no key to seal it with
 */
export async function addNumber(scope: UserScope, services: Services, number: NewNumber): Promise<StoredNumber> {
  assertTrunk(services, number.sip_trunk_provider, number.sip_trunk_uri);
  const mine = await phoneNumbers(scope, services.db);
  if (mine.some(({ phoneNumber }) => phoneNumber === number.phone_number))
    throw taken("This number is already in your list.");
  if (mine.length >= MOST_NUMBERS) {
    throw new AppError(409, "conflict", `You have ${MOST_NUMBERS} numbers, which is the maximum. Remove one first.`);
  }
  const id = crypto.randomUUID();
  const record = { kind: "sip" as const, id };
  const password = number.sip_password ?? null;
  if (password !== null) await sealSecret(scope, services, record, password);
  const stored = await claim(scope, services, columnsOf(id, number, services.now())).catch(async (error: unknown) => {
    await forgetSecret(scope, services, record);
    throw error;
  });
  if (!stored) {
    if (password !== null) await forgetSecret(scope, services, record);
    throw taken("This number is used in another account. If it is yours, remove it there, then add it here.");
  }
  await refreshSnapshots(scope, services);
  return stored;
}

/** Takes a free number, or one that another company added but never proved with a call. */
async function claim(scope: UserScope, services: Services, columns: NumberToStore): Promise<StoredNumber | null> {
  const stored = await insertPhoneNumber(scope, services.db, columns, scope.userId);
  return stored ?? takeOver(scope, services, columns);
}

function columnsOf(id: string, number: NewNumber, now: number) {
  return {
    id,
    phoneNumber: number.phone_number,
    label: number.label ?? null,
    sipTrunkUri: number.sip_trunk_uri ?? null,
    sipTrunkProvider: number.sip_trunk_provider ?? null,
    sipTransport: number.sip_transport ?? null,
    sipUsername: number.sip_username ?? null,
    sipPasswordSetAt: number.sip_password ? now : null,
  };
}

function taken(reason: string): AppError {
  return new AppError(409, "number_taken", reason, { fields: { phone_number: reason } });
}
