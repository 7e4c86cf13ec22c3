import { eachRow, type Steps } from "../../lib/steps.ts";
import { cleanCell } from "./clean-cell.ts";
import { type DateOrder, type DateOrderQuestion, inOrder, possibleOrders, readings } from "./date-order.ts";
import { type Moment, parseMoment, type Unordered } from "./parse-moment.ts";

/** One field of dates and the columns it is read from. */
export type DateField = { title: string; indexes: number[] };

/** How the dates of one field are to be read. */
export type DateStyle = { order: DateOrder | null; serialMidnight: boolean };

export type MomentParser = (text: string) => Moment | null;

/** Parses each distinct text once: a list of 100,000 rows has a few thousand dates. */
export function momentParser(): MomentParser {
  const known = new Map<string, Moment | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const moment = parseMoment(text);
    known.set(text, moment);
    return moment;
  };
}

/**
 * Decides the order of day and month for every field from all of its cells. A field whose own cells do not decide takes
 * the order on which the other fields of the file agree. What is still open is asked, never guessed.
 * @param given the operator's answer; it decides wherever the cells leave a choice, and only there
 */
export function* settleDateStyles(
  fields: DateField[],
  rows: string[][],
  { parse, firstRow, given }: { parse: MomentParser; firstRow: number; given?: DateOrder | undefined },
): Steps<{ styles: DateStyle[]; questions: DateOrderQuestion[]; overruled: string[] }> {
  const scans: Scan[] = [];
  for (const field of fields) scans.push(yield* scan(field, rows, parse));
  const possible = scans.map(({ dates }) => possibleOrders([...dates.values()]));
  const decided = new Set(possible.flatMap((orders) => (orders.length === 1 ? orders : [])));
  const [agreed] = decided.size === 1 ? decided : [];
  const questions: DateOrderQuestion[] = [];
  const overruled: string[] = [];

  const styles = fields.map((field, i): DateStyle => {
    const { dates, serialMidnight } = scans[i] ?? { dates: new Map<string, Seen>(), serialMidnight: false };
    const orders = possible[i] ?? [];
    if (given && orders.length === 1 && orders[0] !== given && !readsAlike(dates, given, orders[0])) {
      overruled.push(field.title);
    }
    const answer = [given, agreed].find((order) => order && orders.includes(order));
    const order = orders.length === 1 ? orders[0] : answer;
    const example = [...dates.values()].find(({ date }) => new Set(Object.values(readings(date, orders))).size > 1);
    if (orders.length > 1 && !order && example) {
      questions.push(ask(field.title, orders, { ...example, row: firstRow + example.index }));
    }
    return { order: order ?? orders[0] ?? null, serialMidnight };
  });
  return { styles, questions, overruled };
}

type Seen = { date: Unordered; text: string; index: number; count: number };

type Scan = { dates: Map<string, Seen>; serialMidnight: boolean };

function* scan({ indexes }: DateField, rows: string[][], parse: MomentParser): Steps<Scan> {
  const dates = new Map<string, Seen>();
  let serialMidnight = false;
  yield* eachRow(rows, (row, index) => {
    for (const column of indexes) {
      const text = cleanCell(row[column]);
      if (!text) continue;
      const moment = parse(text);
      if (!moment?.date) continue;
      if (moment.serial && moment.minute !== null) serialMidnight = true;
      if ("year" in moment.date) continue;
      const key = `${moment.date.parts.join("/")}${moment.date.shortYear ? "s" : ""}`;
      const seen = dates.get(key);
      if (seen) seen.count++;
      else dates.set(key, { date: moment.date, text, index, count: 1 });
    }
  });
  return { dates, serialMidnight };
}

function readsAlike(dates: Map<string, Seen>, one: DateOrder, other: DateOrder | undefined): boolean {
  if (!other) return true;
  return [...dates.values()].every(({ date }) => {
    const both = [inOrder(date, one), inOrder(date, other)].map((day) => JSON.stringify(day));
    return both[0] === both[1];
  });
}

function ask(column: string, options: DateOrder[], { date, text, row }: Seen & { row: number }): DateOrderQuestion {
  const example = { row, text, readings: readings(date, options) };
  const days = Object.values(example.readings).filter((day) => day !== "");
  const message = `Which day is “${text}” in “${column}” (row ${row}): ${days.join(" or ")}? The file does not tell.`;
  return { question: "date_order", column, options, example, message };
}
