import * as z from "zod";
import { newNumber } from "../../worker/numbers/number-schema.ts";
import { TRANSPORTS, TRUNK_PROVIDERS } from "../../worker/numbers/trunk-words.ts";
import { phoneText } from "../../worker/phone/phone-text.ts";
import type { PhoneNumber } from "../replies.ts";

/** The fields of a new or stored number. The password is empty unless one was typed, because it is never sent back. */
export const numberForm = newNumber.extend({ remove_password: z.boolean() });

export type NumberValues = z.input<typeof numberForm>;
export type EnteredNumber = z.output<typeof numberForm>;

const USUAL_TRANSPORT = "TCP";
const CHANGEABLE = ["label", "sip_trunk_provider", "sip_trunk_uri", "sip_transport", "sip_username"] as const;

export function numberValues(stored: PhoneNumber | null): NumberValues {
  return {
    phone_number: phoneText(stored?.phone_number ?? ""),
    label: stored?.label ?? "",
    sip_trunk_provider: TRUNK_PROVIDERS.find((one) => one === stored?.sip_trunk_provider) ?? "",
    sip_trunk_uri: stored?.sip_trunk_uri ?? "",
    sip_transport: TRANSPORTS.find((one) => one === stored?.sip_transport) ?? USUAL_TRANSPORT,
    sip_username: stored?.sip_username ?? "",
    sip_password: "",
    remove_password: false,
  };
}

/**
 * What saving sends: the fields that differ from what the form was loaded with, whatever is stored by now. Null clears a
 * field; without a password the old one stays.
 */
export function changesOf({ remove_password, sip_password, ...entered }: EnteredNumber, loaded: NumberValues) {
  const before = numberForm.parse(loaded);
  const changed = CHANGEABLE.filter((name) => entered[name] !== before[name]);
  const fields: Partial<Pick<EnteredNumber, (typeof CHANGEABLE)[number]>> = Object.fromEntries(
    changed.map((name) => [name, entered[name]]),
  );
  if (remove_password) return { ...fields, sip_password: null };
  return sip_password ? { ...fields, sip_password } : fields;
}
