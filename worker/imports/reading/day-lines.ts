import { mapRows, type Steps } from "../../lib/steps.ts";
import { contentOf } from "./columns/content.ts";
import { filledCells } from "./find-header.ts";
import { parseMoment } from "./parse-moment.ts";

const DATE =
  /\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?!\d)|\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.? (?:de )?\p{L}{3,}\.?(?: de)? \d{4}/giu;
const NOT_THE_DAY = /print|generat|creat|export|updat|as of|erstellt|gedruckt|impreso|imprim/i;

/** The title of the column that holds days written outside the rows. */
export const DAY_COLUMN = "Day";

/**
 * The days of a sheet that has no column for them: each day has a line of its own above its rides, or one day is in the
 * lines above the header. Null if a column has dates, or if there is no day line.
 * @returns the day of each row as it is written, "" before the
 * first day line; `lines` are the rows that are only a day line
 */
export function* daysBetween(
  columns: string[],
  rows: string[][],
  above: string[],
): Steps<{ days: string[]; lines: Set<number> } | null> {
  if (contentOf(columns, rows).some(({ date, dateTime }) => date + dateTime >= 0.4)) return null;
  const cover = new Set(above.filter((line) => !NOT_THE_DAY.test(line)).flatMap((line) => line.match(DATE) ?? []));
  const lines = new Set<number>();
  let day = cover.size === 1 ? ([...cover][0] ?? "") : "";
  const days = yield* mapRows(rows, (row, i) => {
    const own = filledCells(row) === 1 ? dayIn(row.find((cell) => cell.trim() !== "") ?? "") : null;
    if (own === null) return day;
    lines.add(i);
    day = own;
    return "";
  });
  return days.some((one) => one !== "") ? { days, lines } : null;
}

function dayIn(text: string): string | null {
  const found = text.match(DATE) ?? [];
  return found.length === 1 && found[0] && parseMoment(found[0])?.date ? found[0] : null;
}
