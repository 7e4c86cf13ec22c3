import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { KeyScope } from "../worker/api-keys/key-scopes.ts";
import type { DateOrder } from "../worker/imports/reading/date-order.ts";
import { KINDS, type MappingChoice } from "../worker/imports/version.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant } from "./columns.ts";
import { importMeta } from "./reservations.ts";

/**
 * Rows of a file that is being uploaded, as they were sent, because dates can be read only once all rows are there.
 * Deleted when the version is ready, or a day after the last row came.
 */
export const importPages = sqliteTable(
  "import_pages",
  {
    userId: tenant().references(() => user.id),
    importId: text("import_id").notNull(),
    page: integer("page").notNull(),
    /** A page of wide rows is stored in parts, because the size of a value is limited. */
    part: integer("part").notNull(),
    /** JSON: rows of cells. */
    rows: text("rows").notNull(),
    bytes: integer("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.importId, t.page, t.part] }),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
  ],
);

/** Rows of a file that were not imported. Kept as long as the version's rows. */
export const importErrors = sqliteTable(
  "import_errors",
  {
    userId: tenant().references(() => user.id),
    importId: text("import_id").notNull(),
    n: integer("n").notNull(),
    /** Counted as in a spreadsheet, where the header is a row. */
    row: integer("row").notNull(),
    column: text("column_title").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.importId, t.n] }),
    foreignKey({ columns: [t.userId, t.importId], foreignColumns: [importMeta.userId, importMeta.id] }),
  ],
);

/** How to read a company's files with this header. Saved with each list whose columns an operator chose. */
export const importMappings = sqliteTable(
  "import_mappings",
  {
    userId: tenant().references(() => user.id),
    kind: text("kind", { enum: KINDS }).notNull(),
    /** SHA-256 of the header's key. */
    headerHash: text("header_hash").notNull(),
    mapping: text("mapping", { mode: "json" }).$type<MappingChoice>().notNull(),
    statusWords: text("status_words", { mode: "json" }).$type<Record<string, string>>(),
    dateOrder: text("date_order").$type<DateOrder>(),
    savedAt: instant("saved_at").notNull().default(NOW_MS),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind, t.headerHash] }),
    check("known_mapping_kind", isOneOf(t.kind, KINDS)),
  ],
);

/** Keys with which a dispatch system sends files or reads. The key itself is shown once and never stored. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    name: text("name").notNull(),
    /** The first characters, so that operators can tell keys apart. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the key. 256 random bits do not need a slow hash. */
    keyHash: text("key_hash").notNull().unique(),
    /** JSON: what the key may do. */
    scopes: text("scopes", { mode: "json" }).$type<KeyScope[]>().notNull().default(["import"]),
    createdAt: instant("created_at").notNull().default(NOW_MS),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [unique("api_key_of_tenant").on(t.userId, t.id), index("api_keys_of_tenant").on(t.userId, t.createdAt)],
);
