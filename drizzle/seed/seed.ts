import { and, eq, ne, notInArray, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill/implementation";
import { hashPassword, verifyPassword } from "../../worker/accounts/hash-password.ts";
import type { Database } from "../../worker/db/database.ts";
import {
  account,
  currentImports,
  drivers,
  importMeta,
  reservations,
  tenantConfig,
  tenantPhoneNumbers,
  user,
} from "../schema.ts";
import { type Company, SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE } from "./companies.ts";
import { driverRows, reservationRows } from "./rows.ts";

/** The fixture files of one company, as text. */
export type SeedFiles = { reservations: string; drivers: string };

type Kind = "reservations" | "drivers";

/**
 * Puts the two seeded companies into the database (plan 1.2). Existing data stays as it is, so a second run changes
 * nothing. On a later day the fixtures are added as a new version around that day, unless an operator has activated a
 * list of their own.
 * @param operatorPassword the password of both operators until they choose another; without it they cannot sign in
 */
export async function seed(
  db: Database,
  filesOf: (name: string) => SeedFiles,
  now: number,
  operatorPassword?: string,
): Promise<void> {
  for (const company of [SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE]) {
    const userId = company.user.id;
    const at = new Date(now);
    await db.batch(companyRows(db, company, now));
    if (operatorPassword) await setPassword(db, userId, operatorPassword, at);
    const timezone = company.config.timezone ?? "America/Phoenix";
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();
    const files = filesOf(company.files);
    const importOf = (kind: Kind) => `${userId}:${kind}:${today}`;
    const reservationsImport = { userId, importId: importOf("reservations") };
    const driversImport = { userId, importId: importOf("drivers") };
    await addVersion(db, "reservations", reservationsImport, now, () =>
      reservationRows(files.reservations, { ...reservationsImport, timezone, today }).map((row) =>
        db.insert(reservations).values(row).onConflictDoNothing(),
      ),
    );
    await addVersion(db, "drivers", driversImport, now, () =>
      driverRows(files.drivers, driversImport).map((row) => db.insert(drivers).values(row).onConflictDoNothing()),
    );
  }
}

/** The company as in plan 1.2: its operator's account, settings and number. Existing data stays as it is. */
export function companyRows(db: Database, { user: operator, config, numberId, phoneNumber }: Company, now: number) {
  const at = new Date(now);
  const userId = operator.id;
  const number = {
    id: numberId,
    userId,
    phoneNumber,
    label: "Main line",
    isPrimary: true,
    retellPhoneNumberId: phoneNumber,
    sipTrunkProvider: "retell",
    status: "connected",
    connectedAt: now,
    verifiedAt: now,
  } as const;
  return [
    db
      .insert(user)
      .values({ ...operator, emailVerified: true, createdAt: at, updatedAt: at })
      .onConflictDoNothing(),
    db
      .insert(tenantConfig)
      .values({ ...config, id: userId, userId })
      .onConflictDoNothing(),
    db.insert(tenantPhoneNumbers).values(number).onConflictDoNothing(),
  ] as const;
}

/** Sets the password in better-auth's account. An account whose password was changed since the seed is left alone. */
async function setPassword(db: Database, userId: string, password: string, at: Date): Promise<void> {
  const [known] = await db.select().from(account).where(eq(account.id, userId));
  const chosen = known && known.createdAt.getTime() !== known.updatedAt.getTime();
  if (chosen || (known?.password && (await verifyPassword({ hash: known.password, password })))) return;
  const hash = await hashPassword(password);
  await db
    .insert(account)
    .values({
      id: userId,
      accountId: userId,
      providerId: "credential",
      userId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({ target: account.id, set: { password: hash } });
}

type Owner = { userId: string; importId: string };
type Statement = Parameters<Database["batch"]>[0][number];

/** One batch: the version, its rows, the switch to it, and the deletion of earlier seeded versions. */
async function addVersion(db: Database, kind: Kind, { userId, importId }: Owner, now: number, rows: () => Statement[]) {
  const known = await db.select({ id: importMeta.id }).from(importMeta).where(eq(importMeta.id, importId));
  if (known.length > 0) return;
  const inserts = rows();
  const table = kind === "reservations" ? reservations : drivers;
  const seededBefore = and(eq(importMeta.userId, userId), eq(importMeta.kind, kind), eq(importMeta.source, "seed"));
  const current = db
    .select({ id: currentImports.importId })
    .from(currentImports)
    .where(and(eq(currentImports.userId, userId), eq(currentImports.kind, kind)));
  const outdated = and(seededBefore, ne(importMeta.id, importId), notInArray(importMeta.id, current));
  await db.batch([
    db.insert(importMeta).values({
      id: importId,
      userId,
      kind,
      source: "seed",
      fileName: `${kind}.csv`,
      rowCount: inserts.length,
      importedAt: now,
      activatedAt: now,
    }),
    ...inserts,
    db
      .insert(currentImports)
      .values({ userId, kind, importId, activatedAt: now })
      .onConflictDoUpdate({
        target: [currentImports.userId, currentImports.kind],
        set: { importId, activatedAt: now, staleToldAt: null },
        setWhere: sql`EXISTS (SELECT 1 FROM ${importMeta} m WHERE m.id = ${currentImports.importId} AND m.source = 'seed')`,
      }),
    db.delete(table).where(sql`${table.importId} IN (SELECT ${importMeta.id} FROM ${importMeta} WHERE ${outdated})`),
    db.delete(importMeta).where(outdated),
  ]);
}
