import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { numberRoutes, routedCalls, tenantConfig, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { RING_MARGIN_MS } from "../../telephony/ring-window.ts";
import { numberOfRoute, profileColumns, profileOf, proofColumns } from "../../telephony/store/voice-profiles.ts";
import type { VoiceProfile } from "../../telephony/voice-profile.ts";
import type { Database } from "../database.ts";
import { preparedSelect } from "../prepared-select.ts";

// Which route a carrier's URL names. Only the gate uses it: it proves the company by the carrier's signature, which it
// checks with the secret found here. Also the routes that the watchdog looks after.

/** Who calls (E.164, null where withheld), when (epoch ms), and the call's id. */
type RoutedCaller = { number: string | null; now: number; callId: string };

/**
 * The route behind a token in one round trip; whether the office rings for this caller already, because its line has
 * forwarded the call back; and whether somebody there pressed 1 to take this call. Null when no route has that token.
 */
export async function routeByToken(
  db: Database,
  token: string,
  caller: RoutedCaller,
): Promise<{ profile: VoiceProfile; ringsAlready: boolean; pressed: boolean } | null> {
  const [row] = await routeQuery(db, {
    token,
    caller: caller.number,
    now: caller.now,
    callId: caller.callId,
  });
  if (!row) return null;
  const { ringsAlready: rings, pressed: has } = row.proof;
  return { profile: profileOf(row.profile, row.proof), ringsAlready: rings === 1, pressed: has === 1 };
}

const ringsAlready = sql<number>`EXISTS (SELECT 1 FROM ${routedCalls} WHERE ${and(
  eq(routedCalls.userId, numberRoutes.userId),
  eq(routedCalls.numberId, numberRoutes.numberId),
  // A provider does not always say how the office's leg ended, but it rings no longer than this.
  sql`${routedCalls.receivedAt} > ${sql.placeholder("now")} - ${tenantConfig.ringSeconds} * 1000 - ${sql.raw(String(RING_MARGIN_MS))}`,
  eq(routedCalls.caller, sql.placeholder("caller")),
  ne(routedCalls.carrierCallId, sql.placeholder("callId")), // a carrier that asks again about one call has no loop
  isNull(routedCalls.officeStatus),
  isNull(routedCalls.toAgentAt),
)})`;

const pressed = sql<number>`EXISTS (SELECT 1 FROM ${routedCalls} WHERE ${and(
  eq(routedCalls.userId, numberRoutes.userId),
  eq(routedCalls.carrierCallId, sql.placeholder("callId")),
  isNotNull(routedCalls.officePressedAt),
)})`;

const routeQuery = preparedSelect(
  { profile: profileColumns, proof: { ...proofColumns, ringsAlready, pressed } },
  (db, columns) =>
    db
      .select(columns)
      .from(numberRoutes)
      .innerJoin(tenantPhoneNumbers, numberOfRoute())
      .innerJoin(tenantConfig, eq(tenantConfig.userId, numberRoutes.userId))
      .where(eq(numberRoutes.token, sql.placeholder("token"))),
);

/** Companies with a route that is in use. */
export async function companiesWithRoutes(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: numberRoutes.userId })
    .from(numberRoutes)
    .where(ne(numberRoutes.method, "none"));
  return rows.map(({ userId }) => userId);
}
