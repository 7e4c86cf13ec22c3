import { and, eq, isNull, sql } from "drizzle-orm";
import { numberRoutes, routedCalls, tenantConfig, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { numberOfRoute, profileColumns, profileOf, proofColumns } from "../../telephony/store/voice-profiles.ts";
import type { VoiceProfile } from "../../telephony/voice-profile.ts";
import type { Database } from "../database.ts";
import { preparedSelect } from "../prepared-select.ts";

// Whose route a carrier's URL names. For the gate alone: the carrier's signature, checked with what is found here, proves it.

/** Who calls (E.164, null where withheld), and since when an office that still rings for them counts (epoch ms). */
type RoutedCaller = { number: string | null; ringingSince: number };

/**
 * The route behind a token in one round trip, and whether the office rings for this caller already: then the office's
 * line has forwarded the call back. Null when no route has that token.
 */
export async function routeByToken(
  db: Database,
  token: string,
  caller: RoutedCaller,
): Promise<{ profile: VoiceProfile; ringsAlready: boolean } | null> {
  const [row] = await routeQuery(db, { token, caller: caller.number, since: caller.ringingSince });
  if (!row) return null;
  return { profile: profileOf(row.profile, row.proof), ringsAlready: row.proof.ringsAlready === 1 };
}

const ringsAlready = sql<number>`EXISTS (SELECT 1 FROM ${routedCalls} WHERE ${and(
  eq(routedCalls.userId, numberRoutes.userId),
  eq(routedCalls.numberId, numberRoutes.numberId),
  sql`${routedCalls.receivedAt} > ${sql.placeholder("since")}`,
  eq(routedCalls.caller, sql.placeholder("caller")),
  isNull(routedCalls.officeStatus),
  isNull(routedCalls.toAgentAt),
)})`;

const routeQuery = preparedSelect(
  { profile: profileColumns, proof: { ...proofColumns, ringsAlready } },
  (db, columns) =>
    db
      .select(columns)
      .from(numberRoutes)
      .innerJoin(tenantPhoneNumbers, numberOfRoute())
      .innerJoin(tenantConfig, eq(tenantConfig.userId, numberRoutes.userId))
      .where(eq(numberRoutes.token, sql.placeholder("token"))),
);
