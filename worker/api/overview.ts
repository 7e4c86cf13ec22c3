import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { lastRing } from "../inbound/store/rings.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { describeCompany } from "../overview/overview.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const overviewRoute = new Hono<AppEnv & SignedIn>().get("/", async (c) => {
  const { db, now } = c.get("services");
  const scope = c.get("scope");
  const [saved, stored, ring] = await Promise.all([
    savedConfig(scope, db),
    phoneNumbers(scope, db),
    lastRing(scope, db),
  ]);
  const known = stored.map(({ status, verifiedAt }) => ({ status, verified_at: verifiedAt }));
  return c.json({
    ...describeCompany(saved?.config ?? null, known, now()),
    phone_numbers: stored.map(numberReply),
    last_ring: ring && {
      received_at: ring.receivedAt,
      from_number: ring.fromNumber,
      outcome: ring.outcome,
      forward_reason: ring.forwardReason,
    },
  });
});
