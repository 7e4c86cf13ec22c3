import { ArrowLeft } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { OptionList } from "./OptionList.tsx";
import type { Option, Question } from "./question.ts";

type Props = {
  question: Question;
  /** Counted from 1. */
  number: number;
  total: number;
  /** Nothing can be answered while the file is read again. */
  busy: boolean;
  onAnswer: (question: Question, option: Option) => void;
  /** Null at the first question. */
  onBack: (() => void) | null;
};

/** One question about the file. Its heading gets the focus, so that it is read out and the keyboard goes on from there. */
export function QuestionForm({ question, number, total, busy, onAnswer, onBack }: Props) {
  const { id, title, about, options, suggested } = question;
  const [value, setValue] = useState(suggested);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [id]);
  const chosen = options.find((option) => option.value === value);
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen && !busy) onAnswer(question, chosen);
  };
  return (
    <form class="panel grid gap-5 border-t-4 border-t-accent p-5 sm:p-7" aria-labelledby="question" onSubmit={submit}>
      <div>
        <h2 id="question" ref={heading} tabIndex={-1} class="text-xl font-semibold outline-none">
          <span class="tabular mb-1 block text-sm font-medium tracking-normal text-soft">
            Question {number} of {total}
            <span class="sr-only">: </span>
          </span>
          {title}
        </h2>
        <p id="question-about" class="mt-1.5 max-w-prose text-soft">
          {about}
        </p>
      </div>
      <OptionList name={id} options={options} value={value} onChoose={setValue} />
      <div class="flex flex-wrap items-center gap-2">
        <button type="submit" class="btn btn-primary h-11 max-sm:w-full" aria-disabled={!chosen || busy}>
          {busy ? "One moment…" : "Continue"}
        </button>
        {onBack && (
          <button
            type="button"
            class="btn btn-ghost h-11 max-sm:w-full"
            aria-disabled={busy}
            onClick={() => busy || onBack()}
          >
            <ArrowLeft size={17} aria-hidden="true" /> Back
          </button>
        )}
      </div>
    </form>
  );
}
