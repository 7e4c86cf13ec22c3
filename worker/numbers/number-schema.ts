import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";
import { telephone } from "../phone/phone-schema.ts";
import { bareTrunkAddress, trunkProblem } from "./trunk-address.ts";
import { TRANSPORTS, TRUNK_PROVIDERS } from "./trunk-words.ts";

/** What may be said of a number at any time. The trunk address comes out as a bare host in lower case. */
const description = {
  label: text(60, "Keep the label under 60 characters."),
  sip_trunk_uri: nullWhenBlank(
    z
      .string()
      .transform(bareTrunkAddress)
      .pipe(
        z
          .string()
          .max(253, "This address is too long.")
          .superRefine((address, context) => {
            const message = trunkProblem(address);
            if (message) context.addIssue({ code: "custom", message });
          }),
      ),
  ).optional(),
  sip_trunk_provider: nullWhenBlank(z.enum(TRUNK_PROVIDERS, "Choose the provider from the list.")).optional(),
  sip_transport: nullWhenBlank(z.enum(TRANSPORTS, "Choose TLS, TCP or UDP.")).optional(),
  sip_username: text(100, "Keep the user name under 100 characters."),
};

const password = z.string("Enter text, or leave it empty.").max(200, "Keep the password under 200 characters.");

/** The body that adds a number; the number comes out as E.164. */
export const newNumber = z.object({
  phone_number: telephone("Enter the number your callers dial."),
  ...description,
  sip_password: nullWhenBlank(password).optional(),
});

export type NewNumber = z.output<typeof newNumber>;

/**
 * The body that changes a number: what is absent stays. Empty text and null clear a field, but an empty password stays
 * what it was, because a form cannot show it; null alone clears it.
 */
export const numberChange = z.object({
  ...description,
  phone_number: z.undefined("A number cannot be changed. Remove it and add the right one.").optional(),
  sip_password: password
    .nullable()
    .transform((text) => (text === null || text.trim() ? text : undefined))
    .optional(),
  is_primary: z.literal(true, "Choose another number as the primary one instead.").optional(),
});

export type NumberChange = z.output<typeof numberChange>;

function text(most: number, reason: string) {
  return nullWhenBlank(z.string().trim().max(most, reason).refine(isVisible, HAS_HIDDEN)).optional();
}
