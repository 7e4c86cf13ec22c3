import { z } from "zod";

const url = z.string().default("");

/**
 * A number as `PUT /emulator/twilio/accounts/:sid` accepts it. Missing fields are empty, as for a number that was just
 * bought.
 */
const TwilioNumber = z.strictObject({
  phone_number: z.string().regex(/^\+[1-9]\d{6,14}$/, "must be in E.164 format"),
  voice_url: url,
  voice_method: z.enum(["GET", "POST"]).default("POST"),
  voice_fallback_url: url,
  voice_fallback_method: z.enum(["GET", "POST"]).default("POST"),
  voice_application_sid: url,
  trunk_sid: url.nullable(),
});

/**
 * A Twilio account with one API key. `permissions` belong to a restricted key; a standard key may do everything.
 */
export const TwilioAccount = z.strictObject({
  api_key_sid: z.string().regex(/^SK[0-9a-f]{32}$/i),
  api_key_secret: z.string().min(1),
  permissions: z.array(z.enum(["numbers:read", "numbers:update", "flows"])).optional(),
  status: z.enum(["active", "suspended"]).default("active"),
  numbers: z.array(TwilioNumber).default([]),
});

export type TwilioPermission = NonNullable<z.output<typeof TwilioAccount>["permissions"]>[number];

type Flow = {
  sid: string;
  friendly_name: string;
  status: "draft" | "published";
  revision: number;
  definition: unknown;
  webhook_url: string;
};

export type NumberAtTwilio = z.output<typeof TwilioNumber> & { sid: string };

export type AccountAtTwilio = Omit<z.output<typeof TwilioAccount>, "numbers"> & {
  sid: string;
  numbers: NumberAtTwilio[];
  flows: Flow[];
};
