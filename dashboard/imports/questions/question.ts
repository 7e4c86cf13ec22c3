import type { Choices, Opened, ReadList } from "../list-reader/messages.ts";

/** Something about a file that only the operator knows, in their words. */
export type Question = {
  /** The same for the same question, however often the file is read. */
  id: string;
  title: string;
  about: string;
  options: Option[];
  /** The option that is selected at first; null if nothing may be assumed. */
  suggested: string | null;
};

export type Option = { value: string; title: string; about: string; answer: Answer };

/** What an answer changes: how the file is read, or which of its sheets. */
type Answer = { choices: Partial<Choices> } | { sheet: string };

/** What is known of a file when the next question is looked for. `settled`: the ids of the questions that were answered. */
export type Known = { opened: Opened; choices: Choices; read: ReadList; settled: string[] };
