import { z } from "zod";

export type BoundAgent = z.output<typeof BoundAgent>;

/** A number in Retell's shape. The trunk password is not stored: no response shows it and no call here needs it. */
export type PhoneNumber = {
  phone_number: string;
  phone_number_type: "retell-twilio" | "retell-telnyx" | "custom";
  last_modification_timestamp: number; // Unix ms
  phone_number_pretty?: string | undefined;
  area_code?: number | undefined;
  nickname?: string | null | undefined;
  inbound_agents?: BoundAgent[] | null | undefined;
  outbound_agents?: BoundAgent[] | null | undefined;
  inbound_sms_agents?: BoundAgent[] | null | undefined;
  outbound_sms_agents?: BoundAgent[] | null | undefined;
  inbound_webhook_url?: string | null | undefined;
  inbound_sms_webhook_url?: string | null | undefined;
  allowed_inbound_country_list?: string[] | null | undefined;
  allowed_outbound_country_list?: string[] | null | undefined;
  fallback_number?: string | null | undefined;
  sip_outbound_trunk_config?: Trunk | null | undefined;
};
type Trunk = { termination_uri?: string; auth_username?: string | null; transport?: string | null };

const E164 = /^\+[1-9]\d{6,14}$/;

const BoundAgent = z.object({
  agent_id: z.string().min(1),
  weight: z.number().gt(0).max(1),
  agent_version: z.union([z.number().int().min(0), z.string().regex(/^[a-z0-9_-]{1,20}$/)]).optional(),
});

const boundAgents = z
  .array(BoundAgent)
  .refine((list) => list.length === 0 || Math.abs(list.reduce((sum, a) => sum + a.weight, 0) - 1) < 1e-6, {
    error: "weights must add up to 1",
  })
  .nullish();

const countries = z.array(z.string().regex(/^[A-Z]{2}$/, "must be ISO 3166-1 alpha-2 codes")).nullish();
const url = z.string().regex(/^https?:\/\/\S+$/, "must be a URL");
const transport = z.enum(["TLS", "TCP", "UDP"]).nullish();
const terminationUri = z.string().regex(/^\S+$/, "must not be empty or contain spaces");

const shared = {
  inbound_agents: boundAgents,
  outbound_agents: boundAgents,
  inbound_webhook_url: url.nullish(),
  allowed_inbound_country_list: countries,
  allowed_outbound_country_list: countries,
  transport,
};

export const NumberImport = z
  .object({
    ...shared,
    phone_number: z.string().min(1),
    termination_uri: terminationUri,
    ignore_e164_validation: z.boolean().default(true),
    sip_trunk_auth_username: z.string().optional(),
    sip_trunk_auth_password: z.string().optional(),
    nickname: z.string().optional(),
    fallback_number: z.never("can only be set by an update").optional(),
  })
  .refine((n) => n.ignore_e164_validation || E164.test(n.phone_number), {
    path: ["phone_number"],
    error: "must be in E.164 format",
  });

export const NumberCreate = z.object({
  ...shared,
  phone_number: z.string().regex(E164, "must be in E.164 format").optional(),
  country_code: z.enum(["US", "CA"]).default("US"),
  toll_free: z.boolean().default(false),
  area_code: z.number().int().min(200).max(999).optional(),
  number_provider: z.enum(["twilio", "telnyx"]).default("twilio"),
  nickname: z.string().optional(),
  fallback_number: z.string().nullish(),
});

export const NumberUpdate = z.object({
  ...shared,
  inbound_sms_agents: boundAgents,
  outbound_sms_agents: boundAgents,
  inbound_sms_webhook_url: url.nullish(),
  nickname: z.string().nullish(),
  fallback_number: z.string().nullish(),
  termination_uri: terminationUri.optional(),
  auth_username: z.string().optional(),
  auth_password: z.string().optional(),
});
