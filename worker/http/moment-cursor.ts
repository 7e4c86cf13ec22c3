import { refusedCursor } from "./page-query.ts";

/** The cursor of a list that is sorted by an instant (epoch milliseconds) and then by id. */
export function momentCursor(at: number, id: string): string {
  return `${at}_${id}`;
}

/** Null for the first page. @throws AppError 400 for a cursor that we did not create */
export function readMomentCursor(text: string | undefined): { at: number; id: string } | null {
  if (text === undefined) return null;
  const [, at, id] = /^(\d{1,15})_([\w-]+)$/.exec(text) ?? [];
  if (!at || !id) throw refusedCursor();
  return { at: Number(at), id };
}
