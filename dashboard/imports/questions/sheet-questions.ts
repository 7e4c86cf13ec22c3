import type { Known, Question } from "./question.ts";

const ID = "sheet";

/** Which sheet of a workbook holds the list. */
export function sheetQuestions({ opened: { sheets, sheet }, settled }: Known): Question[] {
  if (sheets.length < 2 || sheet === null || settled.includes(ID)) return [];
  const options = sheets.map((name) => ({
    value: name,
    title: name,
    about: name === sheet ? "Most of its columns were recognized." : "",
    answer: { sheet: name },
  }));
  const about = `Several sheets of this workbook hold a list. Only one of them is imported.`;
  return [{ id: ID, title: "Which sheet do you want to import?", about, options, suggested: sheet }];
}
