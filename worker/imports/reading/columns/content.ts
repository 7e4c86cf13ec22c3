import { cleanCell } from "../clean-cell.ts";
import { isHalfOfDay } from "../half-of-day.ts";
import { isOrganisation } from "../organisation.ts";
import type { Moment } from "../parse-moment.ts";
import { parseMoment } from "../parse-moment.ts";
import { isPlaceholder } from "../placeholder.ts";
import { statusMeant } from "../read-status.ts";
import { readYesNo } from "../yes-no.ts";

/** What a column's cells hold, as shares of its filled cells (0 to 1). */
export type Content = {
  /** The cells we looked at, to tell whether another column says the same. */
  cells: string;
  /** Filled cells; 0 if nothing but the column's title is known. */
  filled: number;
  /** Share of the rows we looked at in which the column is filled; 1 if nothing is known. */
  fill: number;
  distinct: number;
  phone: number;
  date: number;
  time: number;
  dateTime: number;
  /** Day numbers of a spreadsheet. Any five digits can be one. */
  serialDate: number;
  open: number;
  count: number;
  name: number;
  /** Companies, hotels and schools by their kind: "Acme LLC". */
  organisation: number;
  words: number;
  digits: number;
  address: number;
  status: number;
  /** To or from somewhere: "Arrival", "To airport", "Outbound". */
  direction: number;
  weekdays: number;
  email: number;
  money: number;
  /** Counts up row by row: 1, 2, 3. */
  serial: boolean;
  uuid: number;
  /** Has a digit and is not prose, like the number of a booking. */
  identifier: number;
  /** Times that can be nothing else: with a colon, or with AM or PM. */
  clock: number;
  /** "AM" or "PM" alone. */
  halfOfDay: number;
  /** Yes or no, as ticked boxes are exported. */
  yesNo: number;
  /** What a passenger needs, in the codes of paratransit: "AMB", "WC1", "Wheelchair". */
  mobility: number;
  /** A single word, as a first or last name alone usually is. */
  oneWord: number;
};

const DIRECTION =
  /^(?:arr(?:ival)?|dep(?:arture)?|to|from|inbound|outbound|in|out|return|round|one[ -]?way|llegada|salida|ida|vuelta|regreso|ankunft|anreise|abreise|abflug|hin|r[üu]ck|aller|retour|arriv[ée]e|d[ée]part|pick ?up|drop ?off)\b/i;
const WEEKDAYS =
  /\b(?:mon|tue|wed|thu|fri|sat|sun|daily|weekdays|weekends|mo|di|mi|fr|sa|so|lun|mar|mi[ée]|jue|vie|s[áa]b|dom|l|lu|je|ve|täglich|todos|diario|tous)\b/iu;

const MOBILITY = /^(?:amb(?:ulatory)?|wc|wch|wheel ?chair|str|stretcher|gurney|(?:am|wc|wh|st|sc)\d{0,2}|bariatric)$/i;

const LOOKED_AT = 200; // rows: enough to tell what a column is, and a long list costs no more

/** What each column holds, judged by a limited number of rows. */
export function contentOf(columns: string[], rows: string[][]): Content[] {
  // In a row that is longer than its header, the cells may have moved.
  const whole = firstRows(rows, (row) => row.length <= columns.length && isFilled(row));
  const sample = whole.length > 0 ? whole : firstRows(rows, isFilled);
  return columns.map((_, index) => profile(sample.map((row) => cleanCell(row[index]))));
}

function firstRows(rows: string[][], fits: (row: string[]) => boolean): string[][] {
  const found: string[][] = [];
  for (const row of rows) {
    if (found.length === LOOKED_AT) break;
    if (fits(row)) found.push(row);
  }
  return found;
}

function isFilled(row: string[]): boolean {
  return row.some((cell) => cell.trim() !== "");
}

function profile(cells: string[]): Content {
  const filled = cells.filter((cell) => !isPlaceholder(cell));
  const share = (test: (text: string) => boolean) => filled.filter(test).length / Math.max(1, filled.length);
  const moments = filled.map((text) => parseMoment(text));
  const when = (test: (moment: Moment) => boolean) =>
    moments.filter((moment) => moment !== null && test(moment)).length / Math.max(1, filled.length);
  // A worksheet exports a plain day with a midnight.
  const plainDays = moments.every((moment) => !moment?.date || (moment.minute ?? 0) === 0);
  return {
    cells: cells.join("\n"),
    filled: filled.length,
    fill: cells.length === 0 ? 1 : filled.length / cells.length,
    distinct: new Set(filled).size,
    phone: share(isPhone),
    date: when(({ date, minute, serial }) => date !== null && (minute === null || plainDays) && !serial),
    time: when(({ date, minute }) => date === null && minute !== null),
    dateTime: when(
      ({ date, minute, serial }) => date !== null && minute !== null && !plainDays && (!serial || minute > 0),
    ),
    serialDate: when(({ serial, minute }) => serial && minute === null),
    open: when(({ open }) => open),
    count: share((text) => /^\d{1,2}(?:[.,]0+)?(?: ?\p{L}+)?$/u.test(text)),
    name: share(isName),
    organisation: share(isOrganisation),
    words: share((text) => /\p{L}{2}/u.test(text)),
    digits: share((text) => /\d/.test(text)),
    address: share((text) => /\p{L}{2}/u.test(text) && (/\d/.test(text) || text.split(" ").length > 1)),
    status: share((text) => text.length <= 60 && statusMeant(text) !== "unknown"),
    direction: share((text) => DIRECTION.test(text)),
    weekdays: share((text) => WEEKDAYS.test(text)),
    email: share((text) => /^\S+@\S+\.\S+$/.test(text)),
    money: share((text) => /^[$€£]?\s?\d+[.,]\d\d$/.test(text)),
    serial: isSerial(filled),
    uuid: share((text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)),
    identifier: share((text) => /\d/.test(text) && !/\p{Ll}{3}.* /u.test(text)),
    clock: share((text) => /\d[:h]\d\d|\d ?[ap]\.?m/i.test(text)),
    halfOfDay: share(isHalfOfDay),
    yesNo: share((text) => readYesNo(text) !== null),
    mobility: share((text) => MOBILITY.test(text)),
    oneWord: share((text) => !/\s/.test(text)),
  };
}

/** Whether a text looks like one or several telephone numbers, whatever else is around them. */
export function isPhone(text: string): boolean {
  if (/^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/.test(text)) return true; // most are
  const digits = text.replace(/\D/g, "").length;
  if (digits < 7 || digits > 34 || /^\d{4}-\d\d-\d\d/.test(text) || /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/.test(text))
    return false;
  return (
    /^[+(\d][\d\s().+\-/]{5,}\d(?:\.0+)?(?:\s*(?:x|ext\.?|#)\s*\d+)?(?:\D.*)?$/i.test(text) ||
    /(?:\d[\s().-]*){10}/.test(text)
  );
}

function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’.,\s-]*(?:\s*x\s*\d+|\s*\+\s*\d+|\s*\([^)]*\))?$/iu.test(text) && text.length <= 60;
}

function isSerial(cells: string[]): boolean {
  if (cells.length < 2) return false;
  const numbers = cells.map((text) => (/^\d{1,5}(?:\.0)?$/.test(text) ? Number(text) : Number.NaN));
  return (numbers[0] ?? 9) <= 1 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? Number.NaN) + 1);
}
