import type { Cell } from "../imports/reading/write-csv.ts";
import { numberReply } from "../numbers/number-reply.ts";
import { phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { currentDrivers, currentReservations, DRIVER_TITLES, RESERVATION_TITLES } from "../reservations/export.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type ExportRow, exportColumns, exportPages, type SourceName } from "./store/export-pages.ts";

/** One kind of data that a company owns: a CSV and a JSON file with this name. */
export type Section = { name: string; about: string; columns: string[]; pages: () => AsyncIterable<ExportRow[]> };

/** Everything except transcripts, in the order in which people would look for it. */
export async function sectionsOf(
  scope: UserScope,
  services: Services,
  operator: { name: string; email: string },
): Promise<Section[]> {
  const stored = (name: SourceName, about: string): Section => ({
    name,
    about,
    columns: exportColumns(name),
    pages: () => exportPages(scope, services.db, name),
  });
  const numbers = (await phoneNumbers(scope, services.db)).map(numberReply);
  return [
    few("account", "your name and e-mail address", [{ name: operator.name, email: operator.email }]),
    stored("settings", "how your agent answers"),
    stored("settings-history", "every saved version of the settings"),
    few("phone-numbers", "your numbers, without their passwords", numbers),
    {
      name: "reservations",
      about: "the list that callers hear; the CSV can be imported again",
      columns: RESERVATION_TITLES,
      pages: () => named(RESERVATION_TITLES, currentReservations(scope, services)),
    },
    {
      name: "drivers",
      about: "the drivers of that list; the CSV can be imported again",
      columns: DRIVER_TITLES,
      pages: () => named(DRIVER_TITLES, currentDrivers(scope, services)),
    },
    stored("earlier-reservations", "rows of other versions of the list, by import_id"),
    stored("earlier-drivers", "the same for drivers"),
    stored("imports", "every file that was imported"),
    stored("import-errors", "rows that could not be read"),
    stored("import-columns", "how the columns of your files were read"),
    stored("calls", "every call"),
    stored("usage-ledger", "what each call added to your billed minutes"),
    stored("rings", "every ring of the last 90 days"),
    stored("routed-calls", "calls that your phone provider asked us about, of the last 90 days"),
    stored("routes", "how calls to your numbers reach the agent, without the addresses' secret part"),
    stored("set-ups-at-carriers", "numbers that we set up at a phone provider, with their former settings there"),
    stored("carrier-accounts", "your accounts at phone providers, without their secrets"),
    stored("manual-switch", "the manual switch of the Overview"),
    stored("messages", "what callers left with your agent"),
    stored("message-settings", "which messages are mailed to you, and where"),
    stored("blocked-callers", "callers you have blocked"),
    stored("how-long-we-keep", "for how many days we keep your data"),
    stored("api-keys", "names of your keys, not the keys"),
    stored("audit-events", "who changed what"),
  ];
}

function few(name: string, about: string, rows: ExportRow[]): Section {
  return { name, about, columns: Object.keys(rows[0] ?? {}), pages: () => once(rows) };
}

async function* once(rows: ExportRow[]): AsyncGenerator<ExportRow[]> {
  yield rows;
}

async function* named(columns: string[], pages: AsyncIterable<Cell[][]>): AsyncGenerator<ExportRow[]> {
  for await (const page of pages) {
    yield page.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index] ?? "", cell])));
  }
}
