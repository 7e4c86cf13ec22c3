import type { StoredNumber } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type Proof, proofOf } from "./proof.ts";
import { routedCallsSince } from "./store/routed-calls.ts";

const PROVEN_MS = 90 * 86_400_000; // as long as rings are kept
const MOST_CALLS = 200;

/** What the latest calls to one of the company's numbers have proven. */
export async function proveRoute(
  scope: UserScope,
  { db, now }: Pick<Services, "db" | "now">,
  { id, verifiedAt }: Pick<StoredNumber, "id" | "verifiedAt">,
): Promise<Proof> {
  const recent = { numberId: id, since: now() - PROVEN_MS, limit: MOST_CALLS };
  return proofOf(await routedCallsSince(scope, db, recent), verifiedAt);
}
