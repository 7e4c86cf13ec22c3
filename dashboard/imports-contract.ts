import type { Hono } from "hono";
import type { Mapping } from "./list-reader/mapping.ts";

export type Kind = "reservations" | "drivers";
export type Mode = "replace" | "add";
export type DateOrder = "mdy" | "dmy" | "ymd";
export type Status =
  | "pending"
  | "confirmed"
  | "assigned"
  | "en_route"
  | "on_location"
  | "in_car"
  | "completed"
  | "cancelled"
  | "no_show";

export type RowError = { row: number; column: string; reason: string };

/** A version of a list. `errors` are the first 200 of `error_count`. */
export type Import = {
  id: string;
  kind: Kind;
  mode: Mode;
  status: "receiving" | "ready" | "current" | "superseded";
  rows: number;
  skipped: number;
  errors: RowError[];
  error_count: number;
  warnings: { code: string; message: string }[];
  diff: { added: number; changed: number; removed: number; unchanged: number } | null;
  duplicate_of: string | null;
  unchanged?: boolean;
  received_pages: number[];
  page_size?: number;
  created_at: number;
  created_by: string | null;
  activated_at: number | null;
  file_name: string | null;
  source: "dashboard" | "api" | "seed";
};

/** What starts an upload in pages; the rows follow. */
export type NewImport = {
  columns: string[];
  mapping: Mapping;
  date_order?: DateOrder;
  status_words?: Record<string, Status>;
  file_name: string;
  mode: Mode;
  total_rows: number;
  first_row: number;
  content_hash: string;
};

export type ChangeType = "added" | "changed" | "removed";

export type Change = {
  confirmation_number?: string;
  name?: string;
  type: ChangeType;
  changes: { field: string; from: unknown; to: unknown }[];
};

export type RememberedMapping = {
  mapping: Mapping;
  status_words: Record<string, Status> | null;
  date_order: DateOrder | null;
};

type ListState = {
  current: Import | null;
  as_of: number | null;
  fresh: boolean;
  stale_since: number | null;
  transfers_on: boolean;
  rows: number;
};

export type ImportStatus = { reservations: ListState; drivers: ListState; fresh_hours: number };

export type Reservation = {
  id: string;
  confirmation_number: string;
  customer_name: string | null;
  telephone: string | null;
  phone_e164: string | null;
  pickup_at: number | null;
  dropoff_at: number | null;
  flight_at: number | null;
  timezone: string;
  pickup_address: string | null;
  dropoff_location: string | null;
  terminal: string | null;
  direction: string | null;
  flight_info: string | null;
  special_instructions: string | null;
  vehicle_assigned: string | null;
  driver_assigned: string | null;
  driver_reachable: boolean;
  num_passengers: number | null;
  status: Status;
  status_text: string | null;
  edited_at: number | null;
  edited_by: string | null;
  keep_edit: boolean;
};

/** `pickup_at` is "YYYY-MM-DD HH:MM" on the company's clock. */
export type ReservationEdit = Partial<
  Pick<
    Reservation,
    | "customer_name"
    | "telephone"
    | "pickup_address"
    | "dropoff_location"
    | "terminal"
    | "flight_info"
    | "special_instructions"
    | "vehicle_assigned"
    | "driver_assigned"
    | "num_passengers"
    | "status"
    | "keep_edit"
  > & { pickup_at: string }
>;

export type Driver = {
  id: string;
  name: string;
  phone: string | null;
  phone_e164: string | null;
  available_days: string | null;
  problems: ("duplicate_name" | "no_phone")[];
  upcoming_reservations: number;
};

export type DriverEdit = { name: string; phone: string | null; available_days: string | null };

export type Unreachable = { name: string; reservations: number };

export type LookUp = {
  confirmation_number?: string;
  telephone?: string;
  last_name?: string;
  pickup_date?: string;
  caller_number?: string;
};

/** `answer` is what the agent gets; of it, the page reads whether something was found and the words. */
export type LookUpReply = { answer: Record<string, unknown>; milliseconds: number };

export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
};

type Page<Item> = { items: Item[]; next_cursor: string | null };
type Id = { param: { id: string } };
type Search = Record<string, string>;
type Reply<Output, Input = object> = { input: Input; output: Output; outputFormat: "json"; status: 200 };

/** The part of the API that is about lists. */
export type ImportsApi = Hono<
  object,
  {
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
