import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { moment } from "../../moment.ts";
import type { Config, ConfigVersion } from "../../replies.ts";
import { fieldLabel, fieldWords } from "./field-words.ts";

type Props = { current: Config; unsaved: boolean; onRestored: (config: Config) => void; onClose: () => void };

/** Who changed what, newest first, and the way back to any version. */
export function HistoryDrawer({ current, unsaved, onRestored, onClose }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ["tenant-config", "versions", current.version],
    queryFn: () => bodyOf(api["tenant-config"].versions.$get({})),
  });
  const [problem, setProblem] = useState("");
  const restore = (version: number) =>
    bodyOf(api["tenant-config"].versions[":version"].restoration.$post({ param: { version: String(version) } })).then(
      (config) => {
        onRestored(config);
        onClose();
      },
      (refusal: Error) => setProblem(refusal.message),
    );
  return (
    <Dialog title="History of changes" drawer onClose={onClose}>
      <p class="mt-1.5 text-soft">
        Restoring adds a new version, so nothing is lost.
        {unsaved && " Your unsaved changes on this page would be dropped."}
      </p>
      {problem && (
        <div class="mt-4">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {error && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton mt-5 h-40" role="status" aria-label="Loading" />}
      {data?.items.length === 0 && <p class="mt-5">No change has been saved yet.</p>}
      <ol class="mt-4 divide-y divide-(--line)">
        {data?.items.map((item) => (
          <li key={item.version} class="py-4">
            <Version item={item} current={current} onRestore={() => void restore(item.version)} />
          </li>
        ))}
      </ol>
      <button type="button" class="btn sticky bottom-0 h-11 w-full" onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
}

type VersionProps = { item: ConfigVersion; current: Config; onRestore: () => void };

function Version({ item, current, onRestore }: VersionProps) {
  const { version, changed_at, changed_by, changes } = item;
  return (
    <>
      <div class="flex items-start justify-between gap-4">
        <p class="min-w-0">
          <time class="block font-medium first-letter:uppercase" dateTime={new Date(changed_at).toISOString()}>
            {moment(changed_at, current.timezone, Date.now())}
          </time>
          <span class="text-sm text-soft">{changed_by}</span>
        </p>
        {version === current.version ? (
          <span class="pt-1 text-sm font-medium text-success">In use</span>
        ) : (
          <button type="button" class="btn h-11 shrink-0 text-sm" onClick={onRestore}>
            Restore<span class="sr-only"> version {version}</span>
          </button>
        )}
      </div>
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
