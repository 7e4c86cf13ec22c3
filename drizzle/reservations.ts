import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { RESERVATION_STATUSES } from "../worker/reservations/status.ts";
import { user } from "./accounts.ts";
import { instant, NOW_MS, tenant, timestamps } from "./columns.ts";

/** One uploaded file: a version of the list. Rows belong to it and never change hands. */
export const importMeta = sqliteTable(
  "import_meta",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    kind: text("kind", { enum: ["reservations", "drivers"] }).notNull(),
    source: text("source", { enum: ["dashboard", "api", "seed"] }).notNull(),
    fileName: text("file_name"),
    contentHash: text("content_hash"),
    rowCount: integer("row_count").notNull().default(0),
    skippedCount: integer("skipped_count").notNull().default(0),
    importedAt: instant("imported_at").notNull(),
    ...timestamps(),
  },
  (t) => [
    unique("import_of_tenant").on(t.userId, t.id),
    index("imports_of_tenant").on(t.userId, t.kind, t.importedAt),
    check("known_kind", sql`${t.kind} IN ('reservations', 'drivers')`),
    check("known_source", sql`${t.source} IN ('dashboard', 'api', 'seed')`),
  ],
);

/** Which version callers hear. One UPDATE of one row here is an activation, another one is its undo. */
export const currentImports = sqliteTable(
  "current_imports",
  {
    userId: tenant().references(() => user.id),
    kind: text("kind", { enum: ["reservations", "drivers"] }).notNull(),
    importId: text("import_id").notNull(),
    activatedAt: instant("activated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind] }),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    check("known_current_kind", sql`${t.kind} IN ('reservations', 'drivers')`),
  ],
);

export const reservations = sqliteTable(
  "reservations",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    importId: text("import_id").notNull(),
    confirmationNumber: text("confirmation_number").notNull(),
    /** The number as it is compared: letters and digits only, upper case. */
    confirmationKey: text("confirmation_key").notNull(),
    customerName: text("customer_name"),
    telephone: text("telephone"),
    phoneE164: text("phone_e164"),
    pickupAt: instant("pickup_at"),
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
    numPassengers: integer("num_passengers"),
    status: text("status", { enum: RESERVATION_STATUSES }).notNull(),
    /** The dispatch system's own word, as callers hear it. */
    statusText: text("status_text"),
    ...timestamps(),
  },
  (t) => [
    unique("reservation_of_tenant").on(t.userId, t.id),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    index("reservation_by_confirmation").on(t.userId, t.confirmationKey),
    index("reservation_by_phone").on(t.userId, t.phoneE164, t.pickupAt),
    index("reservations_of_import").on(t.userId, t.importId, t.pickupAt),
    check(
      "known_reservation_status",
      sql`${t.status} IN ('pending', 'confirmed', 'assigned', 'en_route', 'on_location', 'in_car', 'completed', 'cancelled', 'no_show')`,
    ),
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
    /** The name as it is compared: no case, no accents. */
    nameKey: text("name_key").notNull(),
    phone: text("phone"),
    phoneE164: text("phone_e164"),
    availableDays: text("available_days"),
    ...timestamps(),
  },
  (t) => [
    unique("driver_of_tenant").on(t.userId, t.id),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
    index("drivers_by_name").on(t.userId, t.importId, t.nameKey),
  ],
);

/** Failed look-ups, counted per caller so that nobody can guess his way through a list. */
export const lookupMisses = sqliteTable(
  "lookup_misses",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    /** E.164, or `call:<id>` where the caller withholds the number. */
    caller: text("caller").notNull(),
    missedAt: instant("missed_at").notNull().default(NOW_MS),
  },
  (t) => [index("misses_of_caller").on(t.userId, t.caller, t.missedAt)],
);
