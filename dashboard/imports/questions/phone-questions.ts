import type { Known, Question } from "./question.ts";
import { samplesOf } from "./samples.ts";

const ID = "phones";

/** Whose telephones are in each of several columns. Whoever calls from one of them is taken for the passenger. */
export function phoneQuestions({ opened, choices, settled }: Known): Question[] {
  const field = choices.kind === "drivers" ? "phone" : "telephone";
  const columns = choices.mapping[field] ?? [];
  if (columns.length < 2 || settled.includes(ID)) return [];
  const whose = choices.kind === "drivers" ? "drivers’" : "passengers’";
  const option = (chosen: string[]) => ({
    value: chosen.join("\n"),
    title: chosen.length > 1 ? `All of them: ${chosen.join(", then ")}` : `Only ${chosen.join()}`,
    about: chosen.length > 1 ? "" : samplesOf(opened, chosen),
    answer: { choices: { mapping: { ...choices.mapping, [field]: chosen } } },
  });
  const about =
    choices.kind === "drivers"
      ? "Callers are put through to the first of them that can be dialed."
      : "Whoever calls from one of these numbers is taken for the passenger, so leave out an agency’s or an office’s.";
  return [
    {
      id: ID,
      title: `Which columns are the ${whose} own phone numbers?`,
      about,
      options: [option(columns), ...columns.map((column) => option([column]))],
      suggested: columns.join("\n"),
    },
  ];
}
