import { lastRing } from "../inbound/store/rings.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { savedOverride } from "../telephony/store/override.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { describeCompany } from "./overview.ts";

/** The Overview as the API shows it: who answers now, the numbers, and the last call that arrived. */
export async function showOverview(scope: UserScope, { db, now }: Services) {
  const [saved, stored, ring, override] = await Promise.all([
    savedConfig(scope, db),
    phoneNumbers(scope, db),
    lastRing(scope, db),
    savedOverride(scope, db),
  ]);
  const known = stored.map(({ status, verifiedAt }) => ({ status, verified_at: verifiedAt }));
  return {
    ...describeCompany(saved?.config ?? null, known, now(), override),
    phone_numbers: stored.map(numberReply),
    last_ring: ring && {
      received_at: ring.receivedAt,
      from_number: ring.fromNumber,
      outcome: ring.outcome,
      forward_reason: ring.forwardReason,
    },
  };
}
