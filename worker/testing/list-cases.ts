import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { apiKeysOf, insertApiKey, revokeApiKey, touchApiKey } from "../api-keys/store/api-keys.ts";
import { openDatabase } from "../db/database.ts";
import {
  addDriver,
  driverPage,
  editDriver,
  findDriver,
  removeDriver,
  unreachableDrivers,
} from "../drivers/store/driver-list.ts";
import { changeUpload, confirmVersion, insertVersion, markReady } from "../imports/store/arriving-version.ts";
import { comingRides, droppedRides } from "../imports/store/coming-rides.ts";
import { compareVersion } from "../imports/store/compare-version.ts";
import { changesOf } from "../imports/store/import-changes.ts";
import { rememberedMapping, rememberMapping } from "../imports/store/import-mappings.ts";
import { readPages, receivedBytes, receivedPages, savePage } from "../imports/store/import-pages.ts";
import { insertErrors, insertRows } from "../imports/store/import-rows.ts";
import {
  countRows,
  currentVersion,
  findVersion,
  importErrorsOf,
  sameContent,
  unfinishedUpload,
  versionHistory,
} from "../imports/store/imports.ts";
import { operatorEmail } from "../imports/store/operator-email.ts";
import { discardVersion, pruneVersions, surplusVersions } from "../imports/store/remove-versions.ts";
import { replaceNotes } from "../imports/store/replace-notes.ts";
import { listWithoutStaleMail, saveStaleMail } from "../imports/store/stale-lists.ts";
import { activateVersion, undoActivation } from "../imports/store/switch-version.ts";
import {
  finishTask,
  handOver,
  markUnchanged,
  progressTo,
  refuseImport,
  settleTask,
} from "../imports/store/waiting-imports.ts";
import {
  countReservations,
  editReservation,
  findReservation,
  reservationPage,
} from "../reservations/store/reservation-list.ts";
import { scopeOfUser, type UserScope } from "../tenancy/scope.ts";

const UPLOAD = { columns: ["a"], firstRow: 2, totalRows: 1, mapping: null, dateOrder: null, statusWords: null };
const TASK = {
  from: "csv" as const,
  activate: true,
  actor: "Sun City",
  reading: { mapping: null, dateOrder: null, statusWords: null },
  timezone: null,
};
const HEADER = { kind: "reservations" as const, headerHash: "header" };
const ALL = { words: [], from: null, to: null, status: null };
const DRIVER = { name: "Sun City", nameKey: "sun city", phone: null, phoneE164: null, availableDays: null };
const ACT = { actor: COAST.user.id, at: 9 };

/** The city's lists: a version in each state, pages, errors, a mapping, a key. */
export async function fillCityLists(): Promise<void> {
  const [db, city] = [openDatabase(env.DB), scopeOfUser(CITY.user.id)];
  const version = { kind: "reservations" as const, mode: "replace" as const, source: "api" as const, importedAt: 1 };
  await insertVersion(city, db, { ...version, id: "city-arriving", upload: UPLOAD, uploadHash: "Sun City" });
  await savePage(city, db, { importId: "city-arriving", page: 0, parts: ['[["Sun City"]]'] });
  await insertVersion(city, db, { ...version, id: "city-waiting", state: "reading", task: TASK });
  await insertVersion(city, db, { ...version, id: "city-ready", fileName: "Sun City.csv" });
  await insertErrors(city, db, "city-ready", ['[[0,2,"Sun City","Sun City"]]']);
  const arrived = { contentHash: "hash", rowCount: 0, skippedCount: 1, importedAt: 1 };
  await markReady(city, db, "city-ready", { arrived, actor: CITY.user.id, detail: {} });
  const reading = { mapping: { name: "Sun City" }, dateOrder: null, statusWords: null };
  await rememberMapping(city, db, { ...HEADER, reading, at: 1 });
  const key = { id: "city-key", name: "Sun City", prefix: "nd_", scopes: ["import" as const], createdAt: 1 };
  await insertApiKey(city, db, { ...key, keyHash: "city" }, "c");
}

/** Every store function of lists, called for the coast with the city's ids. */
export function listCases(): Record<string, () => Promise<unknown>> {
  const [db, coast, city] = [openDatabase(env.DB), scopeOfUser(COAST.user.id), scopeOfUser(CITY.user.id)];
  const currentOf = async (scope: UserScope, kind: "reservations" | "drivers" = "reservations") =>
    (await currentVersion(scope, db, kind))?.id ?? "";
  const ready = { id: "city-ready", kind: "reservations" as const, mode: "replace" as const };
  const theirBooking = async () =>
    (await reservationPage(city, db, { filter: ALL, sort: "pickup_at", after: null, limit: 1 }))[0];
  const theirDriver = async () => (await driverPage(city, db, { words: [], after: null, limit: 1, now: 0 }))[0];
  // The database itself refuses a row that refers to another company's version.
  const refusedByKey = (write: Promise<unknown>) => write.catch((error: Error) => error.name);
  return {
    insertVersion: () =>
      insertVersion(coast, db, { id: crypto.randomUUID(), kind: "drivers", source: "api", importedAt: 1 }),
    changeUpload: () => changeUpload(coast, db, { id: "city-arriving", kind: "reservations" }, UPLOAD),
    handOver: () => handOver(coast, db, "city-arriving", TASK),
    settleTask: () => settleTask(coast, db, "city-waiting", TASK),
    progressTo: () => progressTo(coast, db, "city-waiting", 50),
    finishTask: () => finishTask(coast, db, "city-waiting"),
    markUnchanged: () => markUnchanged(coast, db, "city-waiting", "city-ready"),
    refuseImport: () =>
      refuseImport(coast, db, "city-waiting", {
        problem: { code: "question", message: "m", fields: {} },
        actor: "a",
      }),
    markReady: () => markReady(coast, db, "city-arriving", { arrived: { importedAt: 2 }, actor: "a", detail: {} }),
    confirmVersion: () => confirmVersion(coast, db, ready, ACT),
    findVersion: () => findVersion(coast, db, "city-ready"),
    currentVersion: async () => (await currentVersion(coast, db, "reservations"))?.fileName,
    unfinishedUpload: () =>
      unfinishedUpload(coast, db, { kind: "reservations", mode: "replace", uploadHash: "Sun City" }),
    versionHistory: () => versionHistory(coast, db, { kind: null, cursor: null, limit: 100 }),
    sameContent: () => sameContent(coast, db, { id: "x", kind: "reservations", contentHash: "hash" }),
    countRows: () => countRows(coast, db, "reservations"),
    importErrorsOf: () => importErrorsOf(coast, db, "city-ready", 10),
    insertRows: () =>
      refusedByKey(
        insertRows(coast, db, { id: "city-ready", kind: "drivers", pages: ['[[0,"A","a",null,null,null,0]]'] }),
      ),
    replaceNotes: () =>
      refusedByKey(
        replaceNotes(coast, db, "city-ready", { pages: ['[[0,2,"a","b"]]'], skippedCount: 1, warnings: [] }),
      ),
    insertErrors: () => refusedByKey(insertErrors(coast, db, "city-ready", ['[[0,2,"a","b"]]'])),
    savePage: () => refusedByKey(savePage(coast, db, { importId: "city-arriving", page: 0, parts: ["[]"] })),
    receivedPages: () => receivedPages(coast, db, "city-arriving"),
    receivedBytes: () => receivedBytes(coast, db, "city-arriving"),
    readPages: () => readPages(coast, db, "city-arriving"),
    rememberedMapping: () => rememberedMapping(coast, db, HEADER),
    rememberMapping: () =>
      rememberMapping(coast, db, { ...HEADER, reading: { mapping: null, dateOrder: null, statusWords: null }, at: 1 }),
    changesOf: async () =>
      changesOf(
        coast,
        db,
        { ...ready, baseImportId: await currentOf(city) },
        { type: "removed", after: null, limit: 9 },
      ),
    activateVersion: () => activateVersion(coast, db, ready, ACT),
    undoActivation: async () => undoActivation(coast, db, { id: await currentOf(city), kind: "reservations" }, ACT),
    comingRides: async () => comingRides(coast, db, { id: await currentOf(city), now: 0 }),
    droppedRides: async () => droppedRides(coast, db, { id: await currentOf(coast), now: 0, limit: 9 }),
    operatorEmail: () => operatorEmail(coast, db),
    compareVersion: async () => compareVersion(coast, db, ready, await currentOf(city)),
    discardVersion: () => discardVersion(coast, db, ready, { actor: "a" }),
    surplusVersions: () =>
      surplusVersions(coast, db, "reservations", { waiting: 0, past: 0, arrivingSince: Date.now() }),
    pruneVersions: () => pruneVersions(coast, db, "reservations", { ids: ["city-ready"], at: 1 }),
    apiKeysOf: () => apiKeysOf(coast, db),
    insertApiKey: () =>
      insertApiKey(
        coast,
        db,
        {
          id: crypto.randomUUID(),
          name: "n",
          prefix: "p",
          scopes: ["import"],
          keyHash: crypto.randomUUID(),
          createdAt: 1,
        },
        "a",
      ),
    revokeApiKey: async () => {
      const [key] = await apiKeysOf(city, db);
      if (key) await revokeApiKey(coast, db, key, ACT);
    },
    touchApiKey: () => touchApiKey(coast, db, "city-key", 5),
    reservationPage: async () =>
      (await reservationPage(coast, db, { filter: ALL, sort: "pickup_at", after: null, limit: 100 })).length,
    countReservations: () => countReservations(coast, db, ALL),
    findReservation: async () => findReservation(coast, db, (await theirBooking())?.id ?? ""),
    editReservation: async () => {
      const booking = await theirBooking();
      if (booking) await editReservation(coast, db, booking, { edit: { terminal: "9" }, actor: "a", detail: {} });
    },
    driverPage: () => driverPage(coast, db, { words: [], after: null, limit: 100, now: 0 }).then((rows) => rows.length),
    unreachableDrivers: () => unreachableDrivers(coast, db, { now: 0, limit: 10 }),
    findDriver: async () => findDriver(coast, db, (await theirDriver())?.id ?? ""),
    addDriver: () => addDriver(coast, db, { id: crypto.randomUUID(), fields: { ...DRIVER, name: "A" }, ...ACT }),
    editDriver: async () =>
      editDriver(coast, db, (await theirDriver())?.id ?? "", { fields: DRIVER, name: "A", changes: [], actor: "a" }),
    removeDriver: async () => {
      const driver = await theirDriver();
      if (driver) await removeDriver(coast, db, { id: driver.id, name: "A" }, "a");
    },
    listWithoutStaleMail: async () => (await listWithoutStaleMail(coast, db))?.email,
    saveStaleMail: async () =>
      saveStaleMail(coast, db, {
        importId: await currentOf(city),
        mail: { id: crypto.randomUUID(), recipient: "a@example.com", subject: "s", text: "t", html: "h" },
        at: 5,
      }),
  };
}
