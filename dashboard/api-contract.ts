import type { Hono } from "hono";
import type { NewNumber } from "../worker/numbers/number-schema.ts";
import type { ConfigChanges, EditableConfig } from "../worker/tenants/config-schema.ts";
import type {
  ApiKey,
  Change,
  Driver,
  DriverEdit,
  Import,
  ImportStatus,
  LookUp,
  LookUpReply,
  NewImport,
  RememberedMapping,
  Reservation,
  ReservationEdit,
  Unreachable,
} from "./imports-contract.ts";

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

export type Page<Item> = { items: Item[]; next_cursor: string | null };
type Id = { param: { id: string } };
type Search = Record<string, string>;
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
    "/imports": {
      $get: Reply<Page<Import>, { query: Search }>;
      $post: Reply<Import, { query: Search; json: NewImport }>;
    };
    "/imports/:id": { $get: Reply<Import, Id>; $delete: Reply<null, Id> };
    "/imports/:id/pages/:n": {
      $put: Reply<{ received_pages: number[] }, { param: { id: string; n: string }; json: { rows: string[][] } }>;
    };
    "/imports/:id/completion": { $post: Reply<Import, Id> };
    "/imports/:id/changes": { $get: Reply<Page<Change>, Id & { query: Search }> };
    "/imports/:id/activation": { $post: Reply<Import, Id>; $delete: Reply<{ current: Import | null }, Id> };
    "/import-status": { $get: Reply<ImportStatus> };
    "/import-mappings": { $get: Reply<RememberedMapping, { query: Search }> };
    "/reservations": { $get: Reply<Page<Reservation> & { total: number }, { query: Search }> };
    "/reservations/:id": {
      $get: Reply<Reservation, Id>;
      $patch: Reply<Reservation, Id & { json: ReservationEdit }>;
    };
    "/reservation-lookups": { $post: Reply<LookUpReply, { json: LookUp }> };
    "/drivers": {
      $get: Reply<Page<Driver> & { unreachable: Unreachable[] }, { query: Search }>;
      $post: Reply<Driver, { json: DriverEdit }>;
    };
    "/drivers/:id": { $patch: Reply<Driver, Id & { json: Partial<DriverEdit> }>; $delete: Reply<null, Id> };
    "/api-keys": { $get: Reply<Page<ApiKey>>; $post: Reply<ApiKey & { key: string }, { json: { name: string } }> };
    "/api-keys/:id": { $delete: Reply<null, Id> };
  },
  "/"
>;
