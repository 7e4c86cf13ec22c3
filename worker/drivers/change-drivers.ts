import { AppError, notFound } from "../lib/errors.ts";
import { keysOf } from "../lib/field-table.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type DriverEdit, driverColumns } from "./driver-edit.ts";
import { DRIVER_COLUMNS, type DriverRow } from "./fields.ts";
import { addDriver, driverPage, editDriver, findDriver, type ListedDriver, removeDriver } from "./store/driver-list.ts";

const MOST_DRIVERS = 5_000; // a longer list is imported, not typed

const EMPTY: DriverRow = { name: "", nameKey: "", phone: null, phoneE164: null, availableDays: null };

/**
 * Adds a driver to the current list.
 * @throws AppError 409 when the list is full
 */
export async function createDriver(
  scope: UserScope,
  services: Services,
  driver: DriverEdit & { name: string },
  actor: string,
): Promise<ListedDriver> {
  const { db, now } = services;
  const full = await driverPage(scope, db, { words: [], after: null, limit: MOST_DRIVERS, now: now() });
  if (full.length >= MOST_DRIVERS) throw new AppError(409, "conflict", "The list is full. Import a new one instead.");
  const id = crypto.randomUUID();
  await addDriver(scope, db, { id, fields: { ...EMPTY, ...driverColumns(driver) }, actor, at: now() });
  return shown(scope, services, id);
}

/** @throws AppError 404 */
export async function changeDriver(
  scope: UserScope,
  services: Services,
  id: string,
  { edit, actor }: { edit: DriverEdit; actor: string },
): Promise<ListedDriver> {
  const driver = await findDriver(scope, services.db, id);
  if (!driver) throw notFound();
  const fields = driverColumns(edit);
  const changed = keysOf(fields).filter((column) => fields[column] !== driver[column]);
  const changes = changed
    .filter((column) => DRIVER_COLUMNS[column].compared)
    .map((column) => ({ field: DRIVER_COLUMNS[column].name, from: driver[column], to: fields[column] ?? null }));
  if (changed.length > 0) await editDriver(scope, services.db, id, { fields, actor, name: driver.name, changes });
  return shown(scope, services, id);
}

/** @throws AppError 404 */
export async function deleteDriver(scope: UserScope, { db }: Services, id: string, actor: string): Promise<void> {
  const driver = await findDriver(scope, db, id);
  if (!driver) throw notFound();
  await removeDriver(scope, db, driver, actor);
}

async function shown(scope: UserScope, { db, now }: Services, id: string): Promise<ListedDriver> {
  const [listed] = await driverPage(scope, db, { words: [], after: null, limit: 1, now: now(), id });
  if (!listed) throw notFound();
  return listed;
}
