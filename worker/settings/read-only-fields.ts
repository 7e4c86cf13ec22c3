import * as z from "zod";
import { AppError } from "../lib/errors.ts";
import type { ConfigReply } from "./config-reply.ts";

const ELSEWHERE = "This belongs to the phone number. Change it there.";
const OURS = "This is kept by Nightdesk and cannot be set.";

const REASONS = {
  phone_number: "Numbers have a list of their own. Add or remove the number there.",
  retell_phone_number_id: ELSEWHERE,
  sip_trunk_uri: ELSEWHERE,
  sip_trunk_provider: ELSEWHERE,
  sip_username: ELSEWHERE,
  sip_password_set: ELSEWHERE,
  created_at: OURS,
  updated_at: OURS,
} satisfies Partial<Record<keyof ConfigReply, string>>;

const anything = z.unknown().optional();

/** Fields that a form may send back unchanged together with the settings. */
export const readOnlyFields = z.object({
  phone_number: anything,
  retell_phone_number_id: anything,
  sip_trunk_uri: anything,
  sip_trunk_provider: anything,
  sip_username: anything,
  sip_password: anything,
  sip_password_set: anything,
  created_at: anything,
  updated_at: anything,
});

/**
 * Refuses changes to read-only fields, because they would look saved without being saved.
 * @throws AppError 400 that names each field and where it can be changed
 */
export function assertReadOnly(sent: z.output<typeof readOnlyFields>, current: Partial<ConfigReply>): void {
  const fields: Record<string, string> = {};
  for (const [field, reason] of Object.entries(REASONS)) {
    const value = sent[field as keyof typeof REASONS]; // the keys of the object that is walked
    const known = current[field as keyof typeof REASONS]; // as above
    if (value !== undefined && !same(value, known)) fields[field] = reason;
  }
  if (sent.sip_password) fields.sip_password = ELSEWHERE;
  if (Object.keys(fields).length === 0) return;
  throw new AppError(400, "validation_failed", "Some fields cannot be changed here.", { fields });
}

function same(sent: unknown, known: unknown): boolean {
  return (sent === "" ? null : sent) === (known ?? null) || (sent === false && known === undefined);
}
