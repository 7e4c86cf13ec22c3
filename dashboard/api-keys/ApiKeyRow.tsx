import { useQueryClient } from "@tanstack/preact-query";
import { KeyRound } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import type { ApiKey } from "../imports/list-replies.ts";
import { ago } from "../times/moment.ts";
import { keyWords } from "./key-words.ts";

export function ApiKeyRow({ item }: { item: ApiKey }) {
  const [asking, setAsking] = useState(false);
  const revoked = item.revoked_at !== null;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
      <KeyRound size={19} aria-hidden="true" class={`shrink-0 ${revoked ? "text-soft" : "text-accent-ink"}`} />
      <div class="min-w-0 flex-1 basis-40">
        <p class="font-medium">{item.name}</p>
        <p class="text-sm text-soft">
          <span class="font-mono">{item.prefix}…</span> · {keyWords(item.scopes)} · {usedWords(item)}
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
  const revoke = async () => {
    await done(api["api-keys"][":id"].$delete({ param: { id: item.id } }));
    onClose();
    await queries.invalidateQueries({ queryKey: ["api-keys"] });
  };
  return (
    <ConfirmDialog
      title={`Revoke ${item.name}?`}
      confirm="Revoke the key"
      cancel="Keep it"
      destructive
      onConfirm={revoke}
      onClose={onClose}
    >
      <p>
        Systems that use this key are refused from now on. What they imported stays. You cannot restore a revoked key.
      </p>
    </ConfirmDialog>
  );
}
