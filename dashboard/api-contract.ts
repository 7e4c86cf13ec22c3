import type { Hono } from "hono";
import type { NewNumber } from "../worker/numbers/number-schema.ts";
import type { ConfigChanges, EditableConfig } from "../worker/tenants/config-schema.ts";

/** Instants are epoch milliseconds throughout. */
export type Config = EditableConfig & {
  version: number;
  created_at: number;
  updated_at: number;
  phone_number: string | null;
};

export type PhoneNumber = {
  id: string;
  phone_number: string;
  label: string | null;
  is_primary: boolean;
  status: "not_connected" | "pending" | "connected" | "error";
  status_detail: string | null;
  verified_at: number | null;
  sip_trunk_uri: string | null;
  sip_trunk_provider: string | null;
  sip_username: string | null;
  sip_password_set: boolean;
  created_at: number;
  updated_at: number;
};

export type Answers = "agent" | "office_then_agent";

export type Overview = {
  configured: boolean;
  company_name: string | null;
  phone_numbers: PhoneNumber[];
  office: {
    open: boolean;
    next_change: { at: number; open: boolean } | null;
    hours_text: string;
    timezone: string;
  } | null;
  answers_now: Answers | null;
  next_answer_change: { at: number; answers: Answers } | null;
  missing: { code: string; message: string; href: string }[];
  live: boolean;
  last_ring: {
    received_at: number;
    from_number: string | null;
    outcome: string;
    forward_reason: string | null;
  } | null;
};

export type ConfigVersion = {
  version: number;
  changed_at: number;
  changed_by: string;
  changes: { field: string; from: unknown; to: unknown }[];
};

type Page<Item> = { items: Item[]; next_cursor: string | null };
type Reply<Output, Input = object> = { input: Input; output: Output; outputFormat: "json"; status: 200 };

/** The part of the API that these pages use, in the shape of a Hono app's type. */
export type Api = Hono<
  object,
  {
    "/tenant-config": { $get: Reply<Config>; $put: Reply<Config, { json: ConfigChanges }> };
    "/tenant-config/versions": { $get: Reply<Page<ConfigVersion>> };
    "/tenant-config/versions/:version/restoration": { $post: Reply<Config, { param: { version: string } }> };
    "/phone-numbers": { $get: Reply<Page<PhoneNumber>>; $post: Reply<PhoneNumber, { json: NewNumber }> };
    "/phone-numbers/:id": { $delete: Reply<null, { param: { id: string } }> };
    "/overview": { $get: Reply<Overview> };
  },
  "/"
>;
