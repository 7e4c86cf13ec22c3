import type { DateOrder } from "../list-replies.ts";
import type { Known, Question } from "./question.ts";

const ORDERS: Record<DateOrder, string> = {
  mdy: "Month first, as in the United States",
  dmy: "Day first",
  ymd: "Year first",
};

/** The order of day and month, for dates that can be read both ways. One answer applies to the whole file. */
export function dateQuestions({ read }: Known): Question[] {
  const [question] = read.dateQuestions;
  if (!question) return [];
  const { column, options, example } = question;
  const about = `The dates in “${column}” can be read in more than one way (row ${example.row}). Choose the right one, so that callers hear the right day.`;
  return [
    {
      id: `dates:${column}`,
      title: `Which day is “${example.text}”?`,
      about,
      options: options.map((order) => ({
        value: order,
        title: dayWords(example.readings[order]),
        about: ORDERS[order],
        answer: { choices: { dateOrder: order } },
      })),
      suggested: null,
    },
  ];
}

function dayWords(date: string | undefined): string {
  if (!date) return "Not a date in this order";
  const words = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" });
  return words.format(Date.parse(`${date}T00:00:00Z`));
}
