import { titleWords } from "./columns/title-words.ts";
import { parseMoment } from "./parse-moment.ts";

const LOOKED_AT = 40; // a cover, a legend and a report's title lines are never longer
const CLEARLY = 2; // how many more titles a later row must have to be taken instead of the first wide one

/**
 * The record that holds the column titles; -1 if no record holds anything. Title lines, covers and groups stand above it.
 */
export function findHeader(records: string[][]): number {
  const first = records.slice(0, LOOKED_AT).findIndex((record) => filledCells(record) >= 2);
  if (first === -1) return records.findIndex((record) => filledCells(record) > 0);
  let best = first;
  let most = titlesIn(records[first] ?? []);
  for (let at = first + 1; at < Math.min(records.length, LOOKED_AT); at++) {
    const titles = titlesIn(records[at] ?? []);
    if (titles < most + CLEARLY) continue;
    best = at;
    most = titles;
  }
  return best;
}

export function filledCells(record: string[]): number {
  return record.filter((cell) => cell.trim() !== "").length;
}

/** How many cells read like titles; what can only be a value counts against it. */
function titlesIn(record: string[]): number {
  return record.reduce((sum, cell) => {
    const text = cell.trim();
    if (text === "" || text.length > 120) return sum;
    if (isValue(text)) return sum - 2;
    const { said, other } = titleWords(text);
    return said.size > 0 && other <= said.size + 2 ? sum + 1 : sum;
  }, 0);
}

function isValue(text: string): boolean {
  return (
    /^[\d\s.,()+/:$€£%-]+$/.test(text) || (/\d/.test(text) && parseMoment(text) !== null) || /\S@\S+\.\S/.test(text)
  );
}

/** What a group title says about a bare "Number", "Date" or "Type" below it. */
const SAYS_OF_WHAT = ["trip", "booking", "reservation", "vehicle"];
const BARE = ["number", "date", "time", "type", "reference"];

const SAYS_WHOSE = ["pickup", "dropoff", "passenger", "customer", "driver", "contact", "flight", "appointment"];

/**
 * Joins titles with the group titles above them. If the row above names a side or a person ("Pick-Up", "Driver") that the
 * title itself does not, they are said together. A group reaches as far as the next one, because its cells were merged.
 */
export function groupedTitles(titles: string[], above: string[] | undefined): string[] {
  if (!above || filledCells(above) < 2 || above.some((cell) => isValue(cell.trim()) && cell.trim() !== ""))
    return titles;
  let group = "";
  return titles.map((title, i) => {
    const own = above[i]?.trim() ?? "";
    if (own !== "") group = own;
    const already = titleWords(title).said;
    const bare = already.size > 0 && [...already].every((concept) => BARE.includes(concept));
    const says = bare ? [...SAYS_WHOSE, ...SAYS_OF_WHAT] : SAYS_WHOSE;
    const whose = [...titleWords(group).said].filter((concept) => says.includes(concept));
    if (title.trim() === "") return whose.length > 0 && own !== "" ? own : title;
    return whose.length > 0 && !whose.some((concept) => already.has(concept)) ? `${group}: ${title}` : title;
  });
}
