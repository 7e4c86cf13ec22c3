import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { Warning } from "../worker/imports/reading/notes.ts";
import {
  type DiffCounts,
  type ImportProblem,
  type ImportTask,
  KINDS,
  MODES,
  SOURCES,
  STATES,
  type Upload,
} from "../worker/imports/version.ts";
import { LOOK_UP_RESULTS } from "../worker/reservations/look-up-limits.ts";
import type { PickupKind } from "../worker/reservations/pickup-kind.ts";
import { KNOWN_STATUSES, RESERVATION_STATUSES } from "../worker/reservations/status.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant, timestamps } from "./columns.ts";

/** One uploaded file: a version of the list. Its rows always belong to it. */
export const importMeta = sqliteTable(
  "import_meta",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    kind: text("kind", { enum: KINDS }).notNull(),
    source: text("source", { enum: SOURCES }).notNull(),
    fileName: text("file_name"),
    contentHash: text("content_hash"),
    rowCount: integer("row_count").notNull().default(0),
    skippedCount: integer("skipped_count").notNull().default(0),
    /** The age of the data: when the file came, or was last sent again unchanged. */
    importedAt: instant("imported_at").notNull(),
    /** Whether the file is the whole list or is added to the previous list. */
    mode: text("mode", { enum: MODES }).notNull().default("replace"),
    /** While rows are arriving the version cannot be activated. */
    state: text("state", { enum: STATES }).notNull().default("ready"),
    /** The account, or `key:<id>` for an API key; null for data that we set up. */
    createdBy: text("created_by"),
    /** JSON: what the operator should know about rows that were imported. */
    warnings: text("warnings", { mode: "json" }).$type<Warning[]>(),
    /** JSON: how many rows differ from the list that it was compared with. */
    diff: text("diff", { mode: "json" }).$type<DiffCounts>(),
    /** The version that it was compared with. It can be activated as it is only while that version is current. */
    baseImportId: text("base_import_id"),
    /** The version that it replaced, to which an undo returns. */
    previousImportId: text("previous_import_id"),
    activatedAt: instant("activated_at"),
    duplicateOf: text("duplicate_of"),
    /** When its rows were deleted because ten newer versions had followed. It can no longer become current. */
    prunedAt: instant("pruned_at"),
    /** JSON: how to read the rows that arrive in pages. */
    upload: text("upload", { mode: "json" }).$type<Upload>(),
    /** The browser's hash of the file, so that an interrupted upload is found again. */
    uploadHash: text("upload_hash"),
    /** JSON: what the queue still has to do; null when nothing is left. */
    task: text("task", { mode: "json" }).$type<ImportTask>(),
    /** Percent, while the queue reads it. */
    progress: integer("progress"),
    /** JSON: why it was refused. */
    problem: text("problem", { mode: "json" }).$type<ImportProblem>(),
    ...timestamps(),
  },
  (t) => [
    unique("import_of_tenant").on(t.userId, t.id),
    index("imports_of_tenant").on(t.userId, t.kind, t.importedAt),
    index("imports_to_read").on(t.updatedAt).where(sql`${t.task} IS NOT NULL`),
    index("import_history").on(t.userId, t.kind, t.createdAt, t.id),
    check("known_kind", isOneOf(t.kind, KINDS)),
    check("known_source", isOneOf(t.source, SOURCES)),
  ],
);

/** Which version callers hear. An activation updates one row here, and so does its undo. */
export const currentImports = sqliteTable(
  "current_imports",
  {
    userId: tenant().references(() => user.id),
    kind: text("kind", { enum: KINDS }).notNull(),
    importId: text("import_id").notNull(),
    activatedAt: instant("activated_at").notNull(),
    /** When the operator got the mail that the data is out of date; null once it is replaced or confirmed. */
    staleToldAt: instant("stale_told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind] }),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    check("known_current_kind", isOneOf(t.kind, KINDS)),
  ],
);

export const reservations = sqliteTable(
  "reservations",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    importId: text("import_id").notNull(),
    confirmationNumber: text("confirmation_number").notNull(),
    /** The number in the form in which it is compared: letters and digits only, upper case. */
    confirmationKey: text("confirmation_key").notNull(),
    customerName: text("customer_name"),
    telephone: text("telephone"),
    phoneE164: text("phone_e164"),
    /** A second number of the passenger, from the same cell or another column. */
    secondPhoneE164: text("second_phone_e164"),
    pickupAt: instant("pickup_at"),
    /** What `pickup_at` says: the time of the pick-up, its day alone, or when the passenger must be there. */
    pickupKind: text("pickup_kind").$type<PickupKind>().notNull().default("time"),
    dropoffAt: instant("dropoff_at"),
    flightAt: instant("flight_at"),
    /** The IANA zone in which the file's wall-clock times were read. */
    timezone: text("timezone").notNull(),
    pickupAddress: text("pickup_address"),
    dropoffLocation: text("dropoff_location"),
    terminal: text("terminal"),
    direction: text("direction"),
    flightInfo: text("flight_info"),
    specialInstructions: text("special_instructions"),
    vehicleAssigned: text("vehicle_assigned"),
    driverAssigned: text("driver_assigned"),
    driverKey: text("driver_key"),
    /** The driver's number as the ride's own row has it. Callers are put through to it if the list of drivers lacks the driver. */
    driverPhoneE164: text("driver_phone_e164"),
    numPassengers: integer("num_passengers"),
    /** The status where it is known, else "pending": the first version's check allows no other word. Read `status`. */
    storedStatus: text("status", { enum: KNOWN_STATUSES }).notNull(),
    /** Whether nobody has said yet what the dispatch system's word means. */
    statusUnknown: integer("status_unknown").notNull().default(0),
    status: text("ride_status", { enum: RESERVATION_STATUSES })
      .notNull()
      .generatedAlwaysAs(sql`CASE WHEN "status_unknown" = 1 THEN 'unknown' ELSE "status" END`, { mode: "virtual" }),
    /** The dispatch system's own word, as callers hear it. */
    statusText: text("status_text"),
    /** 0 for the first ride with this number in the list, 1 for the next. Number and leg identify a booking across versions. */
    leg: integer("leg").notNull().default(0),
    /** Name, number and phone in the form in which a search compares them. */
    searchKey: text("search_key").notNull().default(""),
    /** Taken over from the previous list, because the file was added to it. */
    carried: integer("carried", { mode: "boolean" }).notNull().default(false),
    editedAt: instant("edited_at"),
    /** The account that changed this booking by hand. */
    editedBy: text("edited_by"),
    /** JSON: the columns that were changed by hand. */
    editedFields: text("edited_fields", { mode: "json" }).$type<string[]>(),
    /** Whether those columns keep their values when the next file comes. */
    keepEdit: integer("keep_edit", { mode: "boolean" }).notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("reservation_of_tenant").on(t.userId, t.id),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    index("reservation_by_confirmation").on(t.userId, t.confirmationKey),
    index("reservation_by_phone").on(t.userId, t.phoneE164, t.pickupAt),
    index("reservation_by_second_phone")
      .on(t.userId, t.secondPhoneE164, t.pickupAt)
      .where(sql`${t.secondPhoneE164} IS NOT NULL`),
    // The index contains every column that the list filters by, so a search reads no other pages of the database.
    index("reservation_list").on(t.userId, t.importId, t.pickupAt, t.id, t.storedStatus, t.statusUnknown, t.searchKey),
    index("reservation_by_number").on(t.userId, t.importId, t.confirmationNumber, t.leg),
    index("reservation_by_name").on(t.userId, t.importId, t.customerName, t.id),
    check("known_reservation_status", isOneOf(t.storedStatus, KNOWN_STATUSES)),
    check("passengers", sql`${t.numPassengers} IS NULL OR ${t.numPassengers} >= 0`),
  ],
);

export const drivers = sqliteTable(
  "drivers",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    importId: text("import_id").notNull(),
    name: text("name").notNull(),
    /** The name in the form in which it is compared: no case, no accents. */
    nameKey: text("name_key").notNull(),
    phone: text("phone"),
    phoneE164: text("phone_e164"),
    availableDays: text("available_days"),
    /** 0 for the first driver with this name in the list, 1 for the second. */
    leg: integer("leg").notNull().default(0),
    carried: integer("carried", { mode: "boolean" }).notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("driver_of_tenant").on(t.userId, t.id),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    index("drivers_by_name").on(t.userId, t.importId, t.nameKey),
  ],
);

/**
 * Look-ups of a day, counted so that nobody can guess their way through a list (worker/reservations/look-up-limits.ts). The
 * table is named after what it held at first; renaming it would break a Worker of the version before.
 */
export const lookUps = sqliteTable(
  "lookup_misses",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    /** E.164, `call:<id>` if the caller withholds their number, `legacy` for calls of the old agent. */
    caller: text("caller").notNull(),
    lookedUpAt: instant("missed_at").notNull().default(NOW_MS),
    /** Only the code checks its words, because adding a check would rebuild the table. */
    result: text("result", { enum: LOOK_UP_RESULTS }).notNull().default("missed"),
    /** Whose booking was heard (worker/reservations/person.ts). */
    person: text("person"),
  },
  (t) => [
    index("misses_of_caller").on(t.userId, t.caller, t.lookedUpAt),
    index("look_ups_of_company").on(t.userId, t.lookedUpAt, t.result, t.person, t.id), // answers without the table
  ],
);
