import type { Kind } from "../list-replies.ts";
import { fieldWord } from "../list-words.ts";
import type { Known, Option, Question } from "./question.ts";
import { samplesOf } from "./samples.ts";

/** Fields whose absence matters to callers or drivers, and why. */
const MISSED: { [K in Kind]: Record<string, string> } = {
  reservations: {
    telephone: "Without one, nobody is recognized by the number they call from.",
    customer_name: "Without one, nobody can prove with their last name who they are.",
  },
  drivers: { phone: "Without one, no caller can be put through to a driver." },
};

/**
 * Asks which column holds a field: when two fit, when a required one was not found, and when an important one is
 * missing.
 */
export function columnQuestions(known: Known): Question[] {
  return [...doubtful(known), ...needed(known), ...alternatives(known), ...absent(known)];
}

function doubtful(known: Known): Question[] {
  const { opened, choices } = known;
  return opened.doubts
    .filter(({ field }) => choices.mapping[field] === undefined)
    .map(({ field, options }) => ({
      id: `column:${field}`,
      title: titleFor(known, field),
      about:
        options.length === 1
          ? "This column may be it, or may name somebody or something else."
          : "More than one column fits. Choose the one that callers should hear.",
      options: [
        ...options.map((columns) => option(known, field, columns)),
        ...(options.length === 1 ? [none(known, field, "None of these")] : []),
      ],
      suggested: null,
    }));
}

function needed(known: Known): Question[] {
  const { opened, read } = known;
  return read.missing
    .filter(({ candidates }) => !candidates)
    .map(({ field }) => ({
      id: `column:${field}`,
      title: titleFor(known, field),
      about: "The list needs this field, and no column was recognized as it.",
      options: opened.columns.map((column) => option(known, field, [column])),
      suggested: null,
    }));
}

function alternatives(known: Known): Question[] {
  const { opened, choices, settled } = known;
  return opened.alternatives
    .filter(({ field, columns }) => !settled.includes(`column:${field}`) && choices.mapping[field]?.[0] === columns[0])
    .map(({ field, columns }) => ({
      id: `column:${field}`,
      title: titleFor(known, field),
      about: "More than one column fits.",
      options: [...columns.map((column) => option(known, field, [column])), none(known, field, "None of these")],
      suggested: columns[0] ?? null,
    }));
}

/** Not asked if every column that has cells is already read. */
function absent(known: Known): Question[] {
  const { opened, choices, settled, read } = known;
  const used = new Set(Object.values(choices.mapping).flat());
  const left = opened.columns.filter((column, n) => !used.has(column) && (opened.samples[n]?.length ?? 0) > 0);
  const asked = [...opened.doubts, ...read.missing].map(({ field }) => field);
  return Object.entries(MISSED[choices.kind])
    .filter(([field]) => !choices.mapping[field]?.length && !asked.includes(field))
    .filter(([field]) => left.length > 0 && !settled.includes(`column:${field}`))
    .map(([field, missed]) => ({
      id: `column:${field}`,
      title: titleFor(known, field),
      about: `No column was recognized as it. ${missed}`,
      options: [...left.map((column) => option(known, field, [column])), none(known, field, "The list has none")],
      suggested: null,
    }));
}

function titleFor({ choices }: Known, field: string): string {
  const word = fieldWord(choices.kind, field);
  return `Which column is the ${word.charAt(0).toLowerCase()}${word.slice(1)}?`;
}

function option({ opened, choices }: Known, field: string, columns: string[]): Option {
  return {
    value: columns.join("\n"),
    title: columns.join(" and "),
    about: samplesOf(opened, columns) || "Empty in the first rows",
    answer: { choices: { mapping: { ...choices.mapping, [field]: columns } } },
  };
}

function none({ choices }: Known, field: string, title: string): Option {
  return { value: "", title, about: "", answer: { choices: { mapping: { ...choices.mapping, [field]: [] } } } };
}
