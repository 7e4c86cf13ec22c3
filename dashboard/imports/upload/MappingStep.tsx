import { FileSpreadsheet } from "lucide-preact";
import { useRef } from "preact/hooks";
import { countWords } from "../../components/count-words.ts";
import { Notice } from "../../components/Notice.tsx";
import type { Choices } from "../list-reader/messages.ts";
import type { Mode } from "../list-replies.ts";
import { openQuestions } from "../questions/open-questions.ts";
import { QuestionForm } from "../questions/QuestionForm.tsx";
import type { Option, Question } from "../questions/question.ts";
import { Understood } from "./Understood.tsx";
import type { OpenList } from "./use-import.ts";

type Props = {
  list: OpenList;
  problem: string;
  onChoose: (changed: Partial<Choices>) => void;
  onAnswer: (question: Question, option: Option) => void;
  onBack: () => void;
  onSend: (mode: Mode) => void;
  onStartOver: () => void;
};

/**
 * How the file was read: first the questions that only the operator can answer, one at a time, then everything that was
 * understood.
 */
export function MappingStep({ list, problem, onChoose, onAnswer, onBack, onSend, onStartOver }: Props) {
  const { opened, remembered, file, before, read } = list;
  const shown = useShown(list);
  return (
    <>
      <div class="panel flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:px-6">
        <FileSpreadsheet size={24} aria-hidden="true" class="shrink-0 text-accent-ink" />
        <p class="min-w-0 flex-1 basis-40">
          <span class="block font-semibold">
            {file.name}
            {opened.sheet && opened.sheets.length > 1 && `, sheet “${opened.sheet}”`}
          </span>
          <span class="text-sm text-soft">
            {countWords(opened.rowCount, "row")}, {countWords(opened.columns.length, "column")}
            {remembered && ". Your earlier choices for these columns are used."}
          </span>
        </p>
        <button type="button" class="btn h-11" onClick={onStartOver}>
          Choose another file
        </button>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {shown === "nothing" && <div class="panel skeleton h-72" role="status" aria-label="Reading" />}
      {shown === "everything" && (
        <Understood list={list} onChoose={onChoose} onBack={before && onBack} onSend={onSend} />
      )}
      {typeof shown === "object" && (
        <QuestionForm
          key={shown.question.id}
          {...shown}
          busy={read === null}
          onAnswer={onAnswer}
          onBack={before && onBack}
        />
      )}
    </>
  );
}

type Shown = "nothing" | "everything" | { question: Question; number: number; total: number };

/** What the page shows. It stays the same while the file is read again, so that nothing flickers. */
function useShown(list: OpenList): Shown {
  const shown = useRef<Shown>("nothing");
  if (list.read) {
    const [question, ...later] = openQuestions({ ...list, read: list.read });
    const number = answersBefore(list) + 1;
    shown.current = question ? { question, number, total: number + later.length } : "everything";
  }
  return shown.current;
}

function answersBefore({ before }: OpenList): number {
  let answers = 0;
  for (let list = before; list; list = list.before) answers++;
  return answers;
}
