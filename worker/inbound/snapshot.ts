import type { NumberScope, UserScope } from "../tenancy/scope.ts";
import type { AnsweringProfile } from "./store/answering.ts";

/** What we still know about a number when D1 does not answer. */
export type Snapshot = { profile: AnsweringProfile; blocked: string[] };

/**
 * KV `answer/<E.164>`: a number's last known profile and its company's blocked callers (500 at most, 7 kB), used while D1
 * does not answer.
 * The key is the number, because that is all a ring has. The value names its owner, which is checked on writing, and its
 * number, which is checked on reading.
 * A company's own agent is left out: the shared one answers then, because it is sure to exist.
 * Written when the operator saves or blocks a caller, read only by a ring, removed with the number.
 */
const keyOf = (phoneNumber: string) => `answer/${phoneNumber}`;

/** One that was written before `verification` was part of it is read as the stricter setting. */
type Later = "verification" | "openWelcomeMessage";
type Stored = Omit<AnsweringProfile, Later | "retellAgentId"> &
  Partial<Pick<AnsweringProfile, Later>> & { blocked?: string[] };

export async function readSnapshot(scope: NumberScope, kv: KVNamespace): Promise<Snapshot | null> {
  const stored = await kv.get<Stored>(keyOf(scope.phoneNumber), "json");
  if (stored?.phoneNumber !== scope.phoneNumber) return null;
  const { blocked = [], verification = "second_factor", openWelcomeMessage = null, ...profile } = stored;
  return { profile: { ...profile, verification, openWelcomeMessage, retellAgentId: null }, blocked };
}

export async function writeSnapshot(scope: UserScope, kv: KVNamespace, { profile, blocked }: Snapshot): Promise<void> {
  if (profile.userId !== scope.userId) throw new Error("a snapshot belongs to the company that saved it");
  const { retellAgentId: _, ...kept } = profile;
  await kv.put(keyOf(profile.phoneNumber), JSON.stringify({ ...kept, blocked } satisfies Stored));
}

export async function deleteSnapshot(_scope: UserScope, kv: KVNamespace, phoneNumber: string): Promise<void> {
  await kv.delete(keyOf(phoneNumber));
}

/** For a company that has left. If another company has the number by now, its snapshot stays. */
export async function forgetSnapshot(scope: UserScope, kv: KVNamespace, phoneNumber: string): Promise<void> {
  const profile = await kv.get<AnsweringProfile>(keyOf(phoneNumber), "json");
  if (profile?.userId === scope.userId) await kv.delete(keyOf(phoneNumber));
}
