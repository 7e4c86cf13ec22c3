import { columnQuestions } from "./column-questions.ts";
import { dateQuestions } from "./date-questions.ts";
import { phoneQuestions } from "./phone-questions.ts";
import type { Known, Question } from "./question.ts";
import { sheetQuestions } from "./sheet-questions.ts";
import { statusQuestions } from "./status-questions.ts";

/** What is uncertain about a file, in the order in which it is asked, because an answer may settle later questions. */
export function openQuestions(known: Known): Question[] {
  return [sheetQuestions, columnQuestions, phoneQuestions, dateQuestions, statusQuestions].flatMap((ask) => ask(known));
}
