import { and, eq, isNull } from "drizzle-orm";
import { currentImports, importMeta, outgoingMail, tenantConfig, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/**
 * The company's current list of bookings, its age and the address to write to. Null if there is no list, or if the
 * operator has already been mailed that it is out of date.
 */
export async function listWithoutStaleMail(scope: UserScope, db: Database) {
  const [list] = await db
    .select({
      importId: importMeta.id,
      importedAt: importMeta.importedAt,
      freshHours: tenantConfig.freshHours,
      timezone: tenantConfig.timezone,
      email: user.email,
    })
    .from(currentImports)
    .innerJoin(
      importMeta,
      and(eq(importMeta.userId, currentImports.userId), eq(importMeta.id, currentImports.importId)),
    )
    .innerJoin(tenantConfig, eq(tenantConfig.userId, currentImports.userId))
    .innerJoin(user, eq(user.id, currentImports.userId))
    .where(
      and(
        ownedBy(scope, currentImports.userId),
        eq(currentImports.kind, "reservations"),
        isNull(currentImports.staleToldAt),
      ),
    );
  return list ?? null;
}

/** Saves the mail and notes that it was written, in one batch. A mail with the same id is saved only once. */
export async function saveStaleMail(
  scope: UserScope,
  db: Database,
  { importId, mail, at }: { importId: string; mail: NewMail; at: number },
): Promise<void> {
  const { id, recipient, subject, text, html } = mail;
  await db.batch([
    db
      .insert(outgoingMail)
      .values({ id, recipient, subject, userId: scope.userId, textBody: text, htmlBody: html })
      .onConflictDoNothing(),
    db
      .update(currentImports)
      .set({ staleToldAt: at })
      .where(
        and(
          ownedBy(scope, currentImports.userId),
          eq(currentImports.kind, "reservations"),
          eq(currentImports.importId, importId),
        ),
      ),
  ]);
}
