import { lastRing } from "../inbound/store/rings.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { phoneNumbers, type StoredNumber } from "../numbers/store/phone-numbers.ts";
import { isFresh } from "../reservations/transfer.ts";
import type { Services } from "../services.ts";
import { DEFAULT_CONFIG, type EditableConfig } from "../settings/config-schema.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { proveRoute } from "../telephony/prove-route.ts";
import { numberRoute } from "../telephony/store/number-routes.ts";
import { savedOverride } from "../telephony/store/override.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { describeCompany } from "./overview.ts";
import { milestones } from "./store/milestones.ts";
import { isWayProven } from "./way-proven.ts";

const MOST_NUMBERS = 5;

/** The Overview as the API shows it: who answers now, the numbers, and the last call that arrived. */
export async function showOverview(scope: UserScope, { db, now }: Services) {
  const [saved, stored, ring, override, happened] = await Promise.all([
    savedConfig(scope, db),
    phoneNumbers(scope, db),
    lastRing(scope, db),
    savedOverride(scope, db),
    milestones(scope, db),
  ]);
  const { importedAt } = happened;
  const reached = {
    hasList: importedAt !== null,
    listIsFresh: isFresh(importedAt, (saved?.config ?? DEFAULT_CONFIG).fresh_hours, now()),
    wayIsProven: saved !== null && (await isAnyProven(scope, { db, now }, saved.config, stored)),
    hasCall: happened.hasCall === 1,
    hasMessage: happened.hasMessage === 1,
    hasMessageDone: happened.hasMessageDone === 1,
  };
  const known = stored.map(({ status, verifiedAt }) => ({ status, verified_at: verifiedAt }));
  return {
    ...describeCompany(saved?.config ?? null, known, now(), { override, happened: reached }),
    phone_numbers: stored.map(numberReply),
    last_ring: ring && {
      received_at: ring.receivedAt,
      from_number: ring.fromNumber,
      outcome: ring.outcome,
      forward_reason: ring.forwardReason,
    },
  };
}

/**
 * Whether one of the company's first numbers is proven; who has more has long gone live. The page asks every five
 * seconds, so this stops at the first one, and the primary number comes first.
 */
async function isAnyProven(
  scope: UserScope,
  { db, now }: Pick<Services, "db" | "now">,
  { forwarding_mode }: EditableConfig,
  numbers: StoredNumber[],
): Promise<boolean> {
  for (const number of numbers.slice(0, MOST_NUMBERS)) {
    const route = await numberRoute(scope, db, number.id);
    const proof = await proveRoute(scope, { db, now }, number);
    if (isWayProven(forwarding_mode, route?.method ?? "none", proof)) return true;
  }
  return false;
}
