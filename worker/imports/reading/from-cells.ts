import { atOnce, mapRows, type Steps } from "../../lib/steps.ts";
import type { Refusal } from "./refusal.ts";
import { type Table, tableSteps } from "./table.ts";

export type Cell = string | number | boolean | Date | null;

/**
 * A worksheet's cells as the same table that a CSV gives. A date cell becomes "YYYY-MM-DD HH:MM:SS", which no reader
 * can mistake for another day; its UTC fields are the wall time, as spreadsheet readers give it. A number keeps all its
 * digits. One that is too long for a spreadsheet is written with its exponent, so that nobody takes it for complete.
 * @param options.headerAt the row with the titles, if the sender has named it
 */
export function fromCells(rows: Cell[][], options: { headerAt?: number } = {}): Table | Refusal {
  return atOnce(cellSteps(rows, options));
}

/** The same in steps. */
export function* cellSteps(rows: Cell[][], options: { headerAt?: number } = {}): Steps<Table | Refusal> {
  const texts = yield* mapRows(rows, (row) => row.map(cellText));
  return yield* tableSteps(texts, options);
}

const WHOLE_NUMBER = new Intl.NumberFormat("en-US", { useGrouping: false, maximumFractionDigits: 20 });

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return Number.isFinite(cell) ? plainNumber(cell) : "";
  return dateText(cell);
}

const LOST = 1e15; // a spreadsheet keeps 15 digits; those of a longer number are made up

function plainNumber(value: number): string {
  if (Math.abs(value) >= LOST) return value.toExponential().toUpperCase();
  const text = String(value);
  return text.includes("e") ? WHOLE_NUMBER.format(value) : text;
}

function dateText(date: Date): string {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) return "";
  // A spreadsheet's day fraction comes out a hair early: 22:59:59.999 is 11 PM.
  const rounded = new Date(Math.round(milliseconds / 1000) * 1000);
  return rounded.toISOString().slice(0, 19).replace("T", " ");
}
