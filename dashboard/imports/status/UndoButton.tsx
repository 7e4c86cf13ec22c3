import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import type { Import } from "../list-replies.ts";
import { KIND_WORDS, usesAfterUndo } from "../list-words.ts";
import { useListsChanged } from "../use-lists-changed.ts";

/** Undoes an import after a question, because the next caller notices it. */
export function UndoButton({ version }: { version: Import }) {
  const [asking, setAsking] = useState(false);
  const changed = useListsChanged();
  const { many } = KIND_WORDS[version.kind];
  const undo = async () => {
    await bodyOf(api.imports[":id"].activation.$delete({ param: { id: version.id } }));
    setAsking(false);
    await changed();
  };
  return (
    <>
      <button type="button" class="btn h-11 text-sm" onClick={() => setAsking(true)}>
        Undo<span class="sr-only"> the import of {version.file_name ?? many}</span>
      </button>
      {asking && (
        <ConfirmDialog
          title="Undo this import?"
          confirm="Undo the import"
          cancel="Keep it"
          onConfirm={undo}
          onClose={() => setAsking(false)}
        >
          <p>
            {`From the next call on, your agent ${usesAfterUndo(version.kind, version.previous_import_id !== null)}. You can activate this list again at any time.`}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
