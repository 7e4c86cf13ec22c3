import { useState } from "preact/hooks";
import type { Config, ConfigVersion } from "../replies.ts";
import { moment } from "../times/moment.ts";
import { fieldLabel, fieldWords } from "./field-words.ts";

type Props = { item: ConfigVersion; current: Config; unsaved: boolean; onRestore: () => void };

/** One saved version: when, by whom, what it changed, and a button to restore it. */
export function HistoryEntry({ item, current, unsaved, onRestore }: Props) {
  const { version, changed_at, changed_by, changes } = item;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div class="flex items-start justify-between gap-4">
        <p class="min-w-0">
          <time class="block font-medium first-letter:uppercase" dateTime={new Date(changed_at).toISOString()}>
            {moment(changed_at, current.timezone, Date.now())}
          </time>
          <span class="text-sm text-soft">{changed_by === "setup" ? "Nightdesk, during set-up" : changed_by}</span>
        </p>
        {version === current.version ? (
          <span class="pt-1 text-sm font-medium text-success">In use</span>
        ) : (
          <button
            type="button"
            class="btn h-11 shrink-0 text-sm"
            aria-expanded={asking}
            onClick={() => setAsking((is) => !is)}
          >
            Restore<span class="sr-only"> version {version}</span>
          </button>
        )}
      </div>
      {asking && <Question unsaved={unsaved} onRestore={onRestore} onCancel={() => setAsking(false)} />}
      <ul class="mt-1.5 text-sm">
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            <span class="text-soft">{fieldLabel(field)}:</span> {fieldWords(field, from)}{" "}
            <span aria-hidden="true">→</span>
            <span class="sr-only">became</span> {fieldWords(field, to)}
          </li>
        ))}
        {changes.length === 0 && <li class="text-soft">First version</li>}
      </ul>
    </>
  );
}

type QuestionProps = { unsaved: boolean; onRestore: () => void; onCancel: () => void };

function Question({ unsaved, onRestore, onCancel }: QuestionProps) {
  return (
    <div class="my-3 rounded-field border border-line p-4">
      <p>
        The next call uses these settings again.
        {unsaved && " Your unsaved changes on this page are lost."}
      </p>
      <div class="mt-3 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" class="btn btn-primary h-11" onClick={onRestore}>
          Restore these settings
        </button>
      </div>
    </div>
  );
}
