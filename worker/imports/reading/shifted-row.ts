import { cleanCell } from "./clean-cell.ts";
import { type Content, contentOf, isPhone } from "./columns/content.ts";
import { parseMoment } from "./parse-moment.ts";
import { isPlaceholder } from "./placeholder.ts";

type Kind = { share: (content: Content) => number; fits: (text: string) => boolean; strong: boolean };

// Most cells match this, and a list of 50,000 rows has too many of them to read each one twice.
const USUAL_TIME = /^\d{1,4}[:/.-]\d{1,2}(?:[:/.-]\d{2,4})?(?:$|[T\s])/;

/**
 * The kinds by which a column can be recognised. `strong`: hardly anything else looks like it, so one cell beside its
 * column is proof.
 */
const KINDS: Kind[] = [
  { share: ({ phone }) => phone, fits: isPhone, strong: true },
  {
    share: ({ date, time, dateTime }) => date + time + dateTime,
    fits: (text) => USUAL_TIME.test(text) || parseMoment(text) !== null,
    strong: true,
  },
  { share: ({ email }) => email, fits: (text) => text.includes("@"), strong: true },
  { share: ({ count }) => count, fits: (text) => /^\d{1,3}\b/.test(text), strong: false },
  { share: ({ name }) => name, fits: (text) => !/\d/.test(text), strong: false },
];

const USUAL = 0.8;
const USUAL_STRONG = 0.5; // in a list of two rows one of them may be shifted
const ENOUGH = 3; // so many cells have to be alike before another one is odd
const REACH = 2; // an address with two loose commas

/**
 * Finds rows whose cells have moved, by what the cells hold: a city under "Phone", and the phone beside it. A row that
 * is longer than its header is judged by every column whose kind is known, even if the surplus cells are empty.
 */
export function shiftFinder(table: { columns: string[]; rows: string[][] }) {
  const contents = contentOf(table.columns, table.rows);
  const width = table.columns.length;
  const kindOf = contents.map((content) =>
    KINDS.find(({ share, strong }) =>
      strong
        ? content.filled > 0 && share(content) >= USUAL_STRONG
        : content.filled >= ENOUGH && share(content) >= USUAL,
    ),
  );
  const known = [...kindOf.keys()].filter((index) => kindOf[index] !== undefined);
  const strong = known.filter((index) => kindOf[index]?.strong);

  return (cells: string[]): { column: string; text: string } | null => {
    for (const index of cells.length > width ? known : strong) {
      const kind = kindOf[index];
      const text = cleanCell(cells[index]);
      if (!kind || isPlaceholder(text) || kind.fits(text)) continue;
      if (cells.length > width || (kind.strong && hasMoved(cells, index, kind))) {
        return { column: table.columns[index] ?? "", text };
      }
    }
    return null;
  };

  function hasMoved(cells: string[], index: number, kind: Kind): boolean {
    for (let by = -REACH; by <= REACH; by++) {
      const text = cleanCell(cells[index + by]);
      if (by !== 0 && text !== "" && kindOf[index + by] !== kind && kind.fits(text) && /\d/.test(text)) return true;
    }
    return false;
  }
}
