import type { AnsweringProfile } from "../db/answering.ts";
import type { NumberScope, UserScope } from "../tenancy/scope.ts";

/**
 * KV `answer/<E.164>`: the last known profile of a number, for the minutes in which D1 does not answer.
 * The key is the number, because that is all a ring has; the value names its owner, checked when it is written, and its
 * number, checked when it is read.
 * Written when the operator saves, read by a ring alone, removed with the number.
 */
const keyOf = (phoneNumber: string) => `answer/${phoneNumber}`;

export async function readSnapshot(scope: NumberScope, kv: KVNamespace): Promise<AnsweringProfile | null> {
  const profile = await kv.get<AnsweringProfile>(keyOf(scope.phoneNumber), "json");
  return profile?.phoneNumber === scope.phoneNumber ? profile : null;
}

export async function writeSnapshot(scope: UserScope, kv: KVNamespace, profile: AnsweringProfile): Promise<void> {
  if (profile.userId !== scope.userId) throw new Error("a snapshot belongs to the company that saved it");
  await kv.put(keyOf(profile.phoneNumber), JSON.stringify(profile));
}

export async function deleteSnapshot(_scope: UserScope, kv: KVNamespace, phoneNumber: string): Promise<void> {
  await kv.delete(keyOf(phoneNumber));
}

/** For a company that has left: the number may be another one's by now, whose snapshot stays. */
export async function forgetSnapshot(scope: UserScope, kv: KVNamespace, phoneNumber: string): Promise<void> {
  const profile = await kv.get<AnsweringProfile>(keyOf(phoneNumber), "json");
  if (profile?.userId === scope.userId) await kv.delete(keyOf(phoneNumber));
}
