import { z } from "zod";

const CallForwarding = z.strictObject({
  call_forwarding_enabled: z.boolean().optional(),
  forwards_to: z.string().optional(),
  forwarding_type: z.enum(["always", "on-failure"]).optional(),
});

export const NumberChange = z.looseObject({ connection_id: z.string().nullish() });

export const VoiceChange = z.looseObject({ call_forwarding: CallForwarding.optional() });

const TelnyxNumber = z.strictObject({
  phone_number: z.string().regex(/^\+[1-9]\d{6,14}$/, "must be in E.164 format"),
  connection_id: z.string().nullable().default(null),
  call_forwarding: CallForwarding.default({
    call_forwarding_enabled: true,
    forwards_to: "",
    forwarding_type: "always",
  }),
});

/** An account of Telnyx's with one API key. */
export const TelnyxAccount = z.strictObject({
  api_key: z.string().min(1),
  numbers: z.array(TelnyxNumber).default([]),
});

export const Application = z.strictObject({
  friendly_name: z.string().min(1),
  voice_url: z.string().regex(/^https?:\/\/\S+$/),
  voice_method: z.enum(["get", "post"]).default("post"),
  voice_fallback_url: z.string().optional(),
});

export type NumberAtTelnyx = z.output<typeof TelnyxNumber> & { id: string };
type ApplicationAtTelnyx = z.output<typeof Application> & { id: string };

export type AccountAtTelnyx = {
  id: string;
  api_key: string;
  numbers: NumberAtTelnyx[];
  applications: ApplicationAtTelnyx[];
};
