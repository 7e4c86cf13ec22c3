import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  answeringOverrides,
  carrierAccounts,
  numberRoutes,
  sealedSecrets,
  tenantConfig,
  tenantPhoneNumbers,
} from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { VoiceProfile } from "../voice-profile.ts";

/** The routes of a company, each with everything needed to answer its carrier; none before its settings are saved. */
export async function voiceProfiles(
  scope: UserScope,
  db: Database,
): Promise<{ token: string; profile: VoiceProfile }[]> {
  const rows = await db
    .select({ token: numberRoutes.token, profile: profileColumns, proof: proofColumns })
    .from(numberRoutes)
    .innerJoin(tenantPhoneNumbers, numberOfRoute())
    .innerJoin(tenantConfig, eq(tenantConfig.userId, numberRoutes.userId))
    .where(ownedBy(scope, numberRoutes.userId));
  return rows.map(({ token, profile, proof }) => ({ token, profile: profileOf(profile, proof) }));
}

export function numberOfRoute(): SQL | undefined {
  return and(eq(tenantPhoneNumbers.userId, numberRoutes.userId), eq(tenantPhoneNumbers.id, numberRoutes.numberId));
}

export const profileColumns = {
  userId: numberRoutes.userId,
  numberId: numberRoutes.numberId,
  agentNumber: tenantPhoneNumbers.phoneNumber,
  publicNumber: numberRoutes.publicNumber,
  timezone: tenantConfig.timezone,
  businessHoursStart: tenantConfig.businessHoursStart,
  businessHoursEnd: tenantConfig.businessHoursEnd,
  weeklyHours: tenantConfig.weeklyHours,
  hourExceptions: tenantConfig.hourExceptions,
  forwardingMode: tenantConfig.forwardingMode,
  officePhone: tenantConfig.officePhone,
  ringSeconds: tenantConfig.ringSeconds,
  pressOne: numberRoutes.pressOne,
  sipOn: numberRoutes.sipLeg,
  sipTryUntil: numberRoutes.sipTryUntil,
  sipProvenFor: numberRoutes.sipProvenFor,
  override: sql<
    string | null
  >`(SELECT json_object('answers', ${answeringOverrides.answers}, 'until', ${answeringOverrides.until})
    FROM ${answeringOverrides} WHERE ${eq(answeringOverrides.userId, numberRoutes.userId)})`,
};

/** What the carriers' signatures are checked with. */
export const proofColumns = {
  accountSid: ofAccount<string>(carrierAccounts.accountSid, "twilio"),
  tokenSetAt: ofAccount<number>(carrierAccounts.tokenSetAt, "twilio"),
  publicKey: ofAccount<string>(carrierAccounts.publicKey, "telnyx"),
  token: placeOfSecret("carrier_token"),
  previousToken: placeOfSecret("carrier_token_previous"),
};

type Proof = Record<"accountSid" | "publicKey" | "token" | "previousToken", string | null> & {
  tokenSetAt: number | null;
};
type Columns = Omit<VoiceProfile, "sip" | "override" | "hourExceptions" | "twilio" | "telnyx"> & {
  sipOn: boolean;
  sipTryUntil: number | null;
  sipProvenFor: string | null;
  override: string | null;
  hourExceptions: VoiceProfile["hourExceptions"] | null;
};

/** A row of the columns above as a profile. */
export function profileOf(columns: Columns, proof: Proof): VoiceProfile {
  const { sipOn, sipTryUntil, sipProvenFor, override, hourExceptions, ...plain } = columns;
  const { accountSid, publicKey, tokenSetAt } = proof;
  return {
    ...plain,
    sip: { on: sipOn, tryUntil: sipTryUntil, provenFor: sipProvenFor },
    hourExceptions: hourExceptions ?? [],
    override: parsed(override),
    twilio: { accountSid, tokenSetAt, token: parsed(proof.token), previousToken: parsed(proof.previousToken) },
    telnyx: { publicKey },
  };
}

/** JSON that this statement has made itself. */
function parsed(json: string | null) {
  return json === null ? null : JSON.parse(json);
}

function ofAccount<Value>(column: SQLiteColumn, carrier: string): SQL<Value | null> {
  return sql`(SELECT ${column} FROM ${carrierAccounts} WHERE ${carrierAccounts.userId} = ${numberRoutes.userId}
    AND ${carrierAccounts.carrier} = ${sql.raw(`'${carrier}'`)})`;
}

function placeOfSecret(kind: string): SQL<string | null> {
  return sql`(SELECT json_object('place', ${sealedSecrets.place}, 'kid', ${sealedSecrets.kid}, 'sealedAt', ${sealedSecrets.sealedAt})
    FROM ${sealedSecrets} WHERE ${sealedSecrets.isCurrent} = 1 AND ${sealedSecrets.userId} = ${numberRoutes.userId}
    AND ${sealedSecrets.kind} = ${sql.raw(`'${kind}'`)} AND ${sealedSecrets.recordId} = 'twilio')`;
}
