import { Info } from "lucide-preact";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import { Notice } from "../../components/Notice.tsx";
import type { Import } from "../list-replies.ts";
import { isLoud, WARNING_WORDS } from "../warning-words.ts";

type Warning = Import["warnings"][number];

/** The warnings about callers who cannot prove who they are. */
export function LoudWarnings({ warnings }: Pick<Import, "warnings">) {
  return warnings.filter(isLoud).map(({ code, message }) => (
    <Notice key={code} kind="warning">
      {message}
    </Notice>
  ));
}

/** Things that are imported but worth knowing. */
export function Warnings({ warnings }: Pick<Import, "warnings">) {
  const quiet = warnings.filter((warning) => !isLoud(warning));
  if (quiet.length === 0) return null;
  return (
    <Card title="Good to know">
      <ul class="grid gap-3.5">
        {quiet.map((warning) => (
          <li key={warning.code + warning.message} class="flex gap-2.5">
            <Info size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-info" />
            <div class="min-w-0">
              <p class="font-medium">{WARNING_WORDS[warning.code]}</p>
              <p>{warning.message}</p>
              <p class="tabular text-sm text-soft">{whereWords(warning)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const ROWS_NAMED = 6;

/** "Farmed out, On hold · rows 6, 7 and 8"; nothing if the warning is about the list as a whole. */
function whereWords({ words, rows, count }: Warning): string {
  return [words.slice(0, ROWS_NAMED).join(", "), rowsWords(rows, count)].filter(Boolean).join(" · ");
}

function rowsWords(rows: number[], count: number): string {
  const named = rows.slice(0, ROWS_NAMED);
  if (named.length === 0) return "";
  const noun = count === 1 ? "row" : "rows";
  if (count > named.length) return `${noun} ${named.join(", ")} and ${countWords(count - named.length, "more row")}`;
  return named.length === 1
    ? `${noun} ${named.join()}`
    : `${noun} ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}
