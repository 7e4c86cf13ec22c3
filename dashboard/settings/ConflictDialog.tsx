import { Dialog } from "../components/Dialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { fieldLabel, fieldWords } from "./field-words.ts";
import type { Conflict } from "./use-save.ts";

type Props = { conflict: Conflict; onKeepEditing: () => void; onTakeTheirs: () => void; onKeepMine: () => void };

/** Closing it, also with Escape, keeps the form as it is. */
export function ConflictDialog({ conflict, onKeepEditing, onTakeTheirs, onKeepMine }: Props) {
  const { mine, theirs, problem } = conflict;
  const stored = new Map<string, unknown>(Object.entries(theirs));
  const different = Object.entries(mine).filter(([name, value]) => !same(value, stored.get(name)));
  return (
    <Dialog title="Somebody else saved these settings" onClose={onKeepEditing}>
      <p class="mt-1.5 text-soft">
        These settings changed while you were editing. Below is where your version differs. Their other changes stay
        either way.
      </p>
      <dl class="mt-4 grid gap-4">
        {different.map(([name, value]) => (
          <div key={name}>
            <dt class="font-medium">{fieldLabel(name)}</dt>
            <dd>
              <span class="text-soft">Theirs: </span>
              {fieldWords(name, stored.get(name))}
            </dd>
            <dd>
              <span class="text-soft">Yours: </span>
              {fieldWords(name, value)}
            </dd>
          </div>
        ))}
      </dl>
      {different.length === 0 && <p class="mt-4">You both made the same changes.</p>}
      {problem && (
        <div class="mt-4">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={onKeepEditing}>
          Keep editing
        </button>
        <button type="button" class="btn h-11" onClick={onTakeTheirs}>
          Reload theirs
        </button>
        <button type="button" class="btn btn-primary h-11" onClick={onKeepMine}>
          Keep mine and save over
        </button>
      </div>
    </Dialog>
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
