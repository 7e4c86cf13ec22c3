import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useAction } from "../../components/use-action.ts";
import type { Import } from "../list-replies.ts";
import { KIND_WORDS, usesAfterUndo } from "../list-words.ts";
import { useListsChanged } from "../use-lists-changed.ts";

/** Undoes an import after a question, because the next caller notices it. */
export function UndoButton({ version }: { version: Import }) {
  const [asking, setAsking] = useState(false);
  const changed = useListsChanged();
  const { busy, problem, run } = useAction();
  const { many } = KIND_WORDS[version.kind];
  const undo = () =>
    run(async () => {
      await bodyOf(api.imports[":id"].activation.$delete({ param: { id: version.id } }));
      setAsking(false);
      await changed();
    });
  return (
    <>
      <button type="button" class="btn h-11 text-sm" onClick={() => setAsking(true)}>
        Undo<span class="sr-only"> the import of {version.file_name ?? many}</span>
      </button>
      {asking && (
        <Dialog title="Undo this import?" onClose={() => setAsking(false)}>
          <p class="mt-1.5 mb-4 text-soft">
            {`From the next call on, your agent ${usesAfterUndo(version.kind, version.previous_import_id !== null)}. You can activate this list again at any time.`}
          </p>
          {problem && <Notice kind="error">{problem}</Notice>}
          <div class="mt-6 flex flex-wrap justify-end gap-2">
            <button type="button" class="btn h-11" onClick={() => setAsking(false)}>
              Keep it
            </button>
            <button type="button" class="btn btn-primary h-11" aria-disabled={busy} onClick={undo}>
              Undo the import
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
