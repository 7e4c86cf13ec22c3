import { and, eq, isNull } from "drizzle-orm";
import { currentImports, importMeta, outgoingMail, tenantConfig, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** The company's list of bookings, its age and whom to tell; null when there is none, or its operator has been told. */
export async function untoldList(scope: UserScope, db: Database) {
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

/** Writes the mail and notes that it was written, in one batch. The same mail a second time is none. */
export async function tellStale(
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
