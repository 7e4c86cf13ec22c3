import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { SecretKind } from "../worker/vault/record.ts";
import { user } from "./accounts.ts";
import { instant, tenant } from "./columns.ts";

/**
 * Where the vault's sealed secrets are in KV, never the secrets themselves. A place is written once and then only removed.
 * This table decides which place of a record is current, because KV has no compare-and-set.
 */
export const sealedSecrets = sqliteTable(
  "sealed_secrets",
  {
    /** The KV key: `secret/<user id>/<kind>/<record id>/<uuid>`, without the last part if it is older than this table. */
    place: text("place").primaryKey(),
    userId: tenant().references(() => user.id),
    kind: text("kind").$type<SecretKind>().notNull(),
    recordId: text("record_id").notNull(),
    /** The key that it is sealed with, a `KEK_<kid>`; "" if unknown. */
    kid: text("kid").notNull(),
    /** Only the current one is read. The others were replaced, or never became current because something failed. */
    isCurrent: integer("is_current", { mode: "boolean" }).notNull().default(false),
    sealedAt: instant("sealed_at").notNull(),
    /** When it last could not be opened, because its key is lost or it was altered. */
    unreadableAt: instant("unreadable_at"),
  },
  (t) => [
    uniqueIndex("current_secret").on(t.userId, t.kind, t.recordId).where(sql`${t.isCurrent} = 1`),
    index("secrets_of_record").on(t.userId, t.kind, t.recordId),
    index("secrets_by_key").on(t.kid).where(sql`${t.isCurrent} = 1`),
    index("secrets_left_over").on(t.sealedAt).where(sql`${t.isCurrent} = 0`),
    check("current_flag", sql`${t.isCurrent} IN (0, 1)`),
  ],
);
