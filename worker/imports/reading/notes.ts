/**
 * A row that is not imported, in words that point at its cell.
 * `row` counts as a spreadsheet does: the header is a row too.
 */
export type RowError = { row: number; column: string; reason: string };

/**
 * Something the operator should know about rows that are imported. `rows` names the first of them; `count` counts all.
 */
export type Warning = {
  code: WarningCode;
  column: string;
  message: string;
  count: number;
  rows: number[];
  words?: string[];
};

export type WarningCode =
  | "cells_missing"
  | "unknown_status"
  | "unreadable_phone"
  | "no_phone"
  | "unreadable_time"
  | "unreadable_count"
  | "next_day"
  | "nearest_day"
  | "dropoff_before_pickup"
  | "looks_like_formula"
  | "similar_numbers"
  | "same_name"
  | "date_order_overruled"
  | "open_time"
  | "time_comes_twice"
  | "no_am_or_pm"
  | "no_phone_column"
  | "no_name_column"
  | "another_column";

const ROWS_NAMED = 20;
const WORDS_NAMED = 50; // more than this are not statuses but a wrong column

/** Gathers warnings of one kind into one, however many rows they concern. */
export function warningList() {
  const warnings = new Map<string, Warning>();
  return {
    add(code: WarningCode, column: string, message: string, at: { row: number; word?: string }) {
      const key = `${code}\n${column}\n${message}`;
      const warning = warnings.get(key) ?? { code, column, message, count: 0, rows: [] };
      warnings.set(key, warning);
      warning.count++;
      if (warning.rows.length < ROWS_NAMED) warning.rows.push(at.row);
      if (at.word === undefined) return;
      warning.words ??= [];
      if (warning.words.length < WORDS_NAMED && !warning.words.includes(at.word)) warning.words.push(at.word);
    },
    /** About the list as a whole, not about a row. */
    about(code: WarningCode, column: string, message: string) {
      warnings.set(`${code}\n${column}`, { code, column, message, count: 0, rows: [] });
    },
    all: () => [...warnings.values()],
  };
}
