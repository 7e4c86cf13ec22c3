import { useQueryClient } from "@tanstack/preact-query";
import { KeyRound } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, done } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { ApiKey } from "../imports/list-replies.ts";
import { ago } from "../times/moment.ts";

export function ApiKeyRow({ item }: { item: ApiKey }) {
  const [asking, setAsking] = useState(false);
  const revoked = item.revoked_at !== null;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
      <KeyRound size={19} aria-hidden="true" class={`shrink-0 ${revoked ? "text-soft" : "text-accent-ink"}`} />
      <div class="min-w-0 flex-1 basis-40">
        <p class="font-medium">{item.name}</p>
        <p class="text-sm text-soft">
          <span class="font-mono">{item.prefix}…</span> · {usedWords(item)}
        </p>
      </div>
      {revoked ? (
        <span class="text-sm font-medium text-soft">Revoked</span>
      ) : (
        <button type="button" class="btn h-11 text-sm" onClick={() => setAsking(true)}>
          Revoke<span class="sr-only"> {item.name}</span>
        </button>
      )}
      {asking && <RevokeDialog item={item} onClose={() => setAsking(false)} />}
    </li>
  );
}

function usedWords({ last_used_at, revoked_at }: ApiKey): string {
  if (revoked_at !== null) return `revoked ${ago(revoked_at, undefined, Date.now())}`;
  return last_used_at === null ? "never used" : `last used ${ago(last_used_at, undefined, Date.now())}`;
}

function RevokeDialog({ item, onClose }: { item: ApiKey; onClose: () => void }) {
  const queries = useQueryClient();
  const { busy, problem, run } = useAction();
  const revoke = () =>
    run(async () => {
      await done(api["api-keys"][":id"].$delete({ param: { id: item.id } }));
      onClose();
      await queries.invalidateQueries({ queryKey: ["api-keys"] });
    });
  return (
    <Dialog title={`Revoke ${item.name}?`} onClose={onClose}>
      <p class="mt-1.5 mb-4 text-soft">
        What uses this key cannot import from now on. What it has imported stays. A revoked key cannot come back.
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn h-11" onClick={onClose}>
          Keep it
        </button>
        <button type="button" class="btn btn-error h-11" aria-disabled={busy} onClick={revoke}>
          Revoke the key
        </button>
      </div>
    </Dialog>
  );
}
