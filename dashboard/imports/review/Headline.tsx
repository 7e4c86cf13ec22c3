import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Badge } from "../../components/Badge.tsx";
import { countWords } from "../../components/count-words.ts";
import { Notice } from "../../components/Notice.tsx";
import { moment } from "../../times/moment.ts";
import { afterImport, historyAddress } from "../import-address.ts";
import { IMPORT_STATES } from "../import-states.ts";
import type { Import } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { ActivationQuestion, leftOutWords } from "./ActivationQuestion.tsx";
import { useActivation } from "./use-activation.ts";

type Props = { version: Import; zone: string | undefined };

/** What this version is, whether it is in use, and the next step. */
export function Headline({ version, zone }: Props) {
  const { query, route } = useLocation();
  const { kind, rows, created_at, created_by, status, rows_kept, coming } = version;
  const { one, many, page } = KIND_WORDS[kind];
  const next = afterImport(query.from);
  const { activate, activateAtOnce, undo, discard, busy, problem, undone } = useActivation(version, () => {
    if (next) route(next);
  });
  const [asking, setAsking] = useState(false);
  const state = IMPORT_STATES[status];
  return (
    <section class="panel grid gap-4 p-5 sm:p-6" aria-label="This import">
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div class="min-w-0">
          <p class="text-lg font-semibold">{version.file_name ?? "Pushed by your dispatch system"}</p>
          <p class="text-soft">
            {countWords(rows, one, many)} · {moment(created_at, zone, Date.now())}
            {created_by && ` · ${created_by}`}
          </p>
        </div>
        <Badge icon={state.icon} tone={state.tone}>
          {state.words}
        </Badge>
      </div>
      {undone && <Notice kind="success">{undone}</Notice>}
      {problem && <Notice kind="error">{problem}</Notice>}
      {query.unchanged && <Notice kind="info">Your agent already uses this list. Nothing has changed.</Notice>}
      {status === "current" && !undone && !query.unchanged && (
        <Notice kind="success">Your agent uses this list. The next call finds these {many}.</Notice>
      )}
      {status === "ready" && <p>Callers do not hear this list yet. Check what changes, then activate it.</p>}
      {coming?.asks_first && <Notice kind="warning">{leftOutWords(coming)}</Notice>}
      {status === "superseded" && !rows_kept && (
        <p>The rows of this list are no longer stored. To use it again, import its file again.</p>
      )}
      {status === "receiving" && (
        <p>The upload is incomplete. Choose the same file again, and it continues where it stopped.</p>
      )}
      <div class="flex flex-wrap gap-2">
        {(status === "ready" || (status === "superseded" && rows_kept)) && (
          <button
            type="button"
            class="btn btn-primary h-11 max-sm:w-full"
            aria-disabled={busy}
            onClick={() => (coming?.asks_first ? setAsking(true) : activate())}
          >
            {status === "ready" ? "Activate" : "Use this list again"}
          </button>
        )}
        {status === "ready" && (
          <button
            type="button"
            class="btn btn-ghost h-11 max-sm:w-full"
            aria-disabled={busy}
            onClick={() => discard(() => route(next ?? historyAddress(kind)))}
          >
            Discard
          </button>
        )}
        {status === "receiving" && (
          <a class="btn btn-primary h-11 max-sm:w-full" href={`/imports/new?kind=${kind}`}>
            Continue the upload
          </a>
        )}
        {status === "current" && (
          <>
            {next ? (
              <a class="btn btn-primary h-11 max-sm:w-full" href={next}>
                Go on setting up
              </a>
            ) : (
              <a class="btn btn-primary h-11 max-sm:w-full" href={page}>
                See the {many}
              </a>
            )}
            <button type="button" class="btn h-11 max-sm:w-full" aria-disabled={busy} onClick={undo}>
              Undo
            </button>
          </>
        )}
      </div>
      {asking && coming && (
        <ActivationQuestion
          coming={coming}
          zone={zone}
          onConfirm={async () => {
            await activateAtOnce();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
