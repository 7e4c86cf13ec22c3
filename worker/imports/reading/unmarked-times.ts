import type { warningList } from "./notes.ts";

const MARKED = /\d\s?[ap]\.?\s?m?\.?(?=$|[\s,])|noon|midnight|mittag|mitternacht|medio ?d[ií]a|midi|minuit/i;
const CLOCK = /(?:^|[\sT,])(\d{1,2})[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?=$|[\sZ+,-])/;

/**
 * Notices times that may lack their AM or PM: "3:30" in a list where no time is later than 12:59 or has a zero in
 * front, as 24-hour clocks show it, or where other times have AM or PM.
 */
export function unmarkedTimes(warnings: ReturnType<typeof warningList>) {
  const rows: number[] = [];
  let marked = false;
  let short = false; // an hour of one digit, without a zero
  let padded = false;
  let wholeDay = false;
  const looked = new Map<string, boolean>();

  /** Whether the text has a bare time that a 12-hour clock can show too. */
  const look = (text: string): boolean => {
    if (MARKED.test(text)) {
      marked = true;
      return false;
    }
    const hour = CLOCK.exec(text)?.[1];
    if (hour === undefined) return false;
    wholeDay ||= Number(hour) > 12 || Number(hour) === 0;
    padded ||= hour.length === 2 && hour.startsWith("0");
    short ||= hour.length === 1;
    return true;
  };

  return {
    see(texts: string[], row: number): void {
      const bare = texts.map((text) => {
        const before = looked.get(text);
        if (before !== undefined) return before;
        const is = look(text);
        if (looked.size < 5000) looked.set(text, is);
        return is;
      });
      if (bare.includes(true)) rows.push(row);
    },
    /** Called at the end of the list. */
    note(column: string): void {
      if (wholeDay || rows.length === 0 || !(marked || (short && !padded))) return;
      const message =
        "Times without AM or PM, in a list where none is later than 12:59: 3:30 was read as 3:30 AM. If afternoons are meant, export the times with AM and PM or in 24 hours.";
      for (const row of rows) warnings.add("no_am_or_pm", column, message, { row });
    },
  };
}
