import { countWords } from "../../components/count-words.ts";
import type { UnknownStatus } from "../list-reader/messages.ts";
import type { Status } from "../list-replies.ts";
import type { Known, Question } from "./question.ts";

const MOST_ASKED = 8; // if a column has more words of its own, they are explained together on the next page

const MEANINGS: { status: Status; title: string; about: string }[] = [
  {
    status: "confirmed",
    title: "The ride takes place",
    about: "Callers hear your own word for it, and may be put through to the driver.",
  },
  { status: "cancelled", title: "The ride is cancelled", about: "Callers hear that it is cancelled." },
  { status: "completed", title: "The ride is over", about: "Callers hear that it is completed." },
  {
    status: "unknown",
    title: "Callers should ask the office",
    about: "The agent says that the office has to confirm the status, and puts nobody through to the driver.",
  },
];

/** What the dispatch system's own words for a status mean, one word at a time. */
export function statusQuestions({ read, choices }: Known): Question[] {
  return read.unknownStatuses.slice(0, MOST_ASKED).map((status) => ({
    id: `status:${status.word}`,
    title: `What does “${status.word}” mean?`,
    about: `${whereWords(status)} Your answer is remembered for the next file with these columns.`,
    options: MEANINGS.map(({ status: meant, title, about }) => ({
      value: meant,
      title,
      about,
      answer: { choices: { statusWords: { ...choices.statusWords, [status.word]: meant } } },
    })),
    suggested: null,
  }));
}

function whereWords({ count, rows }: UnknownStatus): string {
  const more = count - rows.length;
  const named = more > 0 ? `${rows.join(", ")} and ${countWords(more, "more row", "more rows")}` : listed(rows);
  return `This status is not one the agent knows. It stands in ${named}.`;
}

function listed(rows: string[]): string {
  return rows.length < 2 ? rows.join("") : `${rows.slice(0, -1).join(", ")} and ${rows.at(-1)}`;
}
