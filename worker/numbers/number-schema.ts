import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { telephone } from "../lib/phone-schema.ts";

export const TRUNK_PROVIDERS = ["twilio", "telnyx", "vonage", "other"] as const;
export const TRANSPORTS = ["TLS", "TCP", "UDP"] as const;

/** A host name with at least one dot, and optionally a port. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/;

/** The body that adds a number. The number comes out as E.164, the trunk address as a bare host in lower case. */
export const newNumber = z.object({
  phone_number: telephone("Enter the number your callers dial."),
  label: text(60, "Keep the label under 60 characters."),
  sip_trunk_uri: nullWhenBlank(
    z
      .string()
      .trim()
      .toLowerCase()
      .transform((uri) => uri.replace(/^sips?:/, ""))
      .pipe(
        z
          .string()
          .max(253, "This address is too long.")
          .regex(HOST, "Enter the trunk's address, such as desert.pstn.twilio.com."),
      ),
  ).optional(),
  sip_trunk_provider: nullWhenBlank(z.enum(TRUNK_PROVIDERS, "Choose the provider from the list.")).optional(),
  sip_transport: nullWhenBlank(z.enum(TRANSPORTS, "Choose TLS, TCP or UDP.")).optional(),
  sip_username: text(100, "Keep the user name under 100 characters."),
  sip_password: nullWhenBlank(z.string().max(200, "Keep the password under 200 characters.")).optional(),
});

export type NewNumber = z.output<typeof newNumber>;

function text(most: number, reason: string) {
  return nullWhenBlank(z.string().trim().max(most, reason)).optional();
}
