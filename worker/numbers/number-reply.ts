import type { StoredNumber } from "./store/phone-numbers.ts";

/** A number as the API shows it. Of its password only that, and since when, there is one. */
export function numberReply(number: StoredNumber) {
  return {
    id: number.id,
    phone_number: number.phoneNumber,
    label: number.label,
    is_primary: number.isPrimary,
    status: number.status,
    status_detail: number.statusDetail,
    error_code: number.errorCode,
    can_retry: number.status === "error",
    /** We bought it for this company: it has no trunk, and removing it gives it back. */
    from_us: number.purchasedAt !== null,
    /** False for a number bought at Retell: there is nothing to connect, to change or to remove by us. */
    changes_at_retell: number.sipTrunkProvider !== "retell",
    verified_at: number.verifiedAt,
    connected_at: number.connectedAt,
    sip_trunk_uri: number.sipTrunkUri,
    sip_trunk_provider: number.sipTrunkProvider,
    sip_transport: number.sipTransport,
    sip_username: number.sipUsername,
    sip_password_set: number.sipPasswordSetAt !== null,
    sip_password_set_at: number.sipPasswordSetAt,
    created_at: number.createdAt,
    updated_at: number.updatedAt,
  };
}
