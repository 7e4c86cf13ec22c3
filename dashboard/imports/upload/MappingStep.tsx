import { FileSpreadsheet } from "lucide-preact";
import { useState } from "preact/hooks";
import { BadRows } from "../../components/BadRows.tsx";
import { countWords } from "../../components/count-words.ts";
import { Notice } from "../../components/Notice.tsx";
import type { Choices } from "../list-reader/messages.ts";
import type { DateOrder, Mode } from "../list-replies.ts";
import { fieldWord, KIND_WORDS } from "../list-words.ts";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { DateOrderQuestions } from "./DateOrderQuestions.tsx";
import { ModeChoice } from "./ModeChoice.tsx";
import { PreviewRows } from "./PreviewRows.tsx";
import { StatusWords } from "./StatusWords.tsx";
import { UploadBar } from "./UploadBar.tsx";
import type { OpenList } from "./use-import.ts";

const FIRST: Record<DateOrder, string> = { mdy: "month", dmy: "day", ymd: "year" };

type Props = {
  list: OpenList;
  problem: string;
  onChoose: (changed: Partial<Choices>) => void;
  onSend: (mode: Mode) => void;
  onStartOver: () => void;
};

/** How the file was read, and everything that can be corrected before the upload. */
export function MappingStep({ list, problem, onChoose, onSend, onStartOver }: Props) {
  const [mode, setMode] = useState<Mode>("replace");
  const { choices, opened, read, remembered, fileName } = list;
  const { kind } = choices;
  return (
    <>
      <div class="panel flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:px-6">
        <FileSpreadsheet size={24} aria-hidden="true" class="shrink-0 text-accent-ink" />
        <p class="min-w-0 flex-1 basis-40">
          <span class="block font-semibold">{fileName}</span>
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
      {read && read.missing.length > 0 && (
        <Notice kind="error">
          {read.missing.map(({ field, message }) => (
            <p key={field}>
              {`${fieldWord(kind, field)}: no column was found. Choose one below.`}
              <span class="sr-only"> {message}</span>
            </p>
          ))}
        </Notice>
      )}
      {read && <DateOrderQuestions questions={read.dateQuestions} onChoose={(dateOrder) => onChoose({ dateOrder })} />}
      {choices.dateOrder && (
        <p class="flex flex-wrap items-center gap-x-2 px-1">
          {`Dates are read with the ${FIRST[choices.dateOrder]} first.`}
          <button
            type="button"
            class="link min-h-11 cursor-pointer font-medium"
            onClick={() => onChoose({ dateOrder: null })}
          >
            Change
          </button>
        </p>
      )}
      <StatusWords
        unknown={read?.unknownStatuses ?? []}
        chosen={choices.statusWords}
        onChoose={(statusWords) => onChoose({ statusWords })}
      />
      <PreviewRows kind={kind} read={read} timezone={choices.timezone} />
      <ColumnChoices list={list} onChoose={(mapping) => onChoose({ mapping })} />
      {read && <BadRows errors={read.errors} total={read.errorCount} />}
      <ModeChoice kind={kind} mode={mode} onChoose={setMode} />
      <UploadBar read={read} words={KIND_WORDS[kind]} onSend={() => onSend(mode)} />
    </>
  );
}
