import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";

const secret = z.string("Write text, or leave it empty.").trim().max(200, "Keep it under 200 characters.");

/** Absent or empty keeps the current value, because a form cannot show it; null removes it. */
const writeOnly = secret
  .nullable()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

export const twilioBody = z.object({
  account_sid: z
    .string("Enter the account SID.")
    .trim()
    .regex(/^AC[0-9a-f]{32}$/i, "An account SID begins with AC and has 34 characters. Twilio's console shows it."),
  auth_token: writeOnly,
  api_key_sid: nullWhenBlank(
    z
      .string()
      .trim()
      .regex(/^SK[0-9a-f]{32}$/i, "An API key's SID begins with SK and has 34 characters."),
  ).optional(),
  api_key_secret: writeOnly,
});

export const telnyxBody = z.object({
  public_key: z
    .string("Enter the public key.")
    .trim()
    .refine(
      isEd25519Key,
      "This is not a Telnyx public key: 44 characters, shown in the portal under Keys & Credentials.",
    ),
  api_key: writeOnly,
});

/** 32 bytes in base64. */
function isEd25519Key(text: string): boolean {
  try {
    return atob(text).length === 32;
  } catch {
    return false;
  }
}
