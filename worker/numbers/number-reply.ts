import type { StoredNumber } from "../db/phone-numbers.ts";

/** A number as the API shows it. Of its password only that, and since when, there is one. */
export function numberReply(number: StoredNumber) {
  return {
    id: number.id,
    phone_number: number.phoneNumber,
    label: number.label,
    is_primary: number.isPrimary,
    status: number.status === "disconnecting" ? ("pending" as const) : number.status,
    status_detail: number.statusDetail,
    verified_at: number.verifiedAt,
    sip_trunk_uri: number.sipTrunkUri,
    sip_trunk_provider: number.sipTrunkProvider,
    sip_username: number.sipUsername,
    sip_password_set: number.sipPasswordSetAt !== null,
    sip_password_set_at: number.sipPasswordSetAt,
    created_at: number.createdAt,
    updated_at: number.updatedAt,
  };
}
