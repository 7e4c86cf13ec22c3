import type * as z from "zod";
import { wallTime } from "../hours/wall-time.ts";
import { type Cell, writeCsv } from "../imports/reading/write-csv.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { auditFilter } from "./audit-filter.ts";
import { auditReply } from "./audit-reply.ts";
import { listChanges } from "./list-changes.ts";

const PAGE_ROWS = 1_000; // rows read from the database in one query
const MOST_ROWS = 50_000; // what a spreadsheet still opens quickly; the zip of an account has all

/** The history that the filters select, as a CSV file: one line a changed field, times in the company's time zone. */
export async function exportChanges(
  scope: UserScope,
  services: Services,
  filter: z.output<typeof auditFilter>,
): Promise<string> {
  const zone = await companyZone(scope, services.db);
  const lines: Cell[][] = [];
  let cursor: { at: number; id: string } | null = null;
  while (lines.length < MOST_ROWS) {
    const rows: Awaited<ReturnType<typeof listChanges>> = await listChanges(scope, services, {
      ...filter,
      cursor,
      limit: PAGE_ROWS,
    });
    for (const row of rows) lines.push(...linesOf(auditReply(row), zone));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) break;
    cursor = { at: last.createdAt, id: last.id };
  }
  return writeCsv(["When", "Who", "What", "About", "Field", "Before", "After"], lines);
}

function linesOf({ created_at, actor, what, about, changes }: ReturnType<typeof auditReply>, zone: string): Cell[][] {
  const start = [wallTime(created_at, zone), actor, what, about];
  if (changes.length === 0) return [[...start, null, null, null]];
  return changes.map(({ field, from, to }) => [...start, field, valueText(from), valueText(to)]);
}

function valueText(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
