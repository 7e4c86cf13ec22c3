import type { StoredNumber } from "../numbers/store/phone-numbers.ts";
import type { SavedConfig } from "./store/tenant-config.ts";

/** A company's settings as the API shows them. The part that comes from the primary number is read-only. */
export function configReply({ config, version, createdAt, updatedAt }: SavedConfig, numbers: StoredNumber[]) {
  const primary = numbers.find(({ isPrimary }) => isPrimary) ?? null;
  return {
    ...config,
    version,
    created_at: createdAt,
    updated_at: updatedAt,
    phone_number: primary?.phoneNumber ?? null,
    retell_phone_number_id: primary?.retellPhoneNumberId ?? null,
    sip_trunk_uri: primary?.sipTrunkUri ?? null,
    sip_trunk_provider: primary?.sipTrunkProvider ?? null,
    sip_username: primary?.sipUsername ?? null,
    sip_password_set: primary !== null && primary.sipPasswordSetAt !== null,
  };
}

export type ConfigReply = ReturnType<typeof configReply>;
