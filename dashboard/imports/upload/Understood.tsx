import { useEffect, useRef, useState } from "preact/hooks";
import { BadRows } from "../../components/BadRows.tsx";
import { Notice } from "../../components/Notice.tsx";
import type { Choices } from "../list-reader/messages.ts";
import type { DateOrder, Mode } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { isLoud } from "../warning-words.ts";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { ModeChoice } from "./ModeChoice.tsx";
import { PreviewRows } from "./PreviewRows.tsx";
import { StatusWords } from "./StatusWords.tsx";
import { UploadBar } from "./UploadBar.tsx";
import type { OpenList } from "./use-import.ts";

const FIRST: Record<DateOrder, string> = { mdy: "month", dmy: "day", ymd: "year" };

type Props = {
  list: OpenList;
  onChoose: (changed: Partial<Choices>) => void;
  /** Null if nothing was asked. */
  onBack: (() => void) | null;
  onSend: (mode: Mode) => void;
};

/** What was understood of a file, with everything that can still be corrected before the upload. */
export function Understood({ list, onChoose, onBack, onSend }: Props) {
  const [mode, setMode] = useState<Mode>("replace");
  const { choices, read } = list;
  const { kind, dateOrder } = choices;
  return (
    <>
      {onBack && read && <Answered onBack={onBack} />}
      {read?.warnings.filter(isLoud).map(({ code, message }) => (
        <Notice key={code} kind="warning">
          {message}
        </Notice>
      ))}
      {dateOrder && (
        <p class="flex flex-wrap items-center gap-x-2 px-1">
          {`Dates are read with the ${FIRST[dateOrder]} first.`}
          <button
            type="button"
            class="link min-h-11 cursor-pointer font-medium"
            onClick={() => onChoose({ dateOrder: null })}
          >
            Change
          </button>
        </p>
      )}
      <PreviewRows kind={kind} read={read} timezone={choices.timezone} />
      <ColumnChoices list={list} onChoose={(mapping) => onChoose({ mapping })} />
      <StatusWords
        unknown={read?.unknownStatuses ?? []}
        chosen={choices.statusWords}
        onChoose={(statusWords) => onChoose({ statusWords })}
      />
      {read && <BadRows errors={read.errors} total={read.errorCount} />}
      <ModeChoice kind={kind} mode={mode} onChoose={setMode} />
      <UploadBar read={read} words={KIND_WORDS[kind]} onSend={() => onSend(mode)} />
    </>
  );
}

/** Gets the focus when the last question is answered, because the form that had it is gone. */
function Answered({ onBack }: { onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-1">
      <h2 ref={heading} tabIndex={-1} class="font-semibold outline-none">
        All questions are answered. Check what was understood.
      </h2>
      <button type="button" class="link min-h-11 cursor-pointer font-medium" onClick={onBack}>
        Back to the last question
      </button>
    </div>
  );
}
