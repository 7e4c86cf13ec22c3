import { useQuery } from "@tanstack/preact-query";
import { FlaskConical, Trash2 } from "lucide-preact";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { NewImport } from "../imports/list-replies.ts";
import { importStatusQuery } from "../imports/status/import-status-query.ts";
import { useListsChanged } from "../imports/use-lists-changed.ts";
import { SAMPLE_NAME, sampleList } from "./sample-list.ts";

/** Says that callers hear sample data, with a button that removes it. Shows nothing if the list is the company's own. */
export function SampleNotice() {
  const list = useCurrentList();
  const changed = useListsChanged();
  const { busy, problem, run } = useAction();
  if (list?.file_name !== SAMPLE_NAME) return null;
  const remove = async () => {
    await bodyOf(api.imports[":id"].activation.$delete({ param: { id: list.id } }));
    await changed();
  };
  return (
    <Notice kind="info">
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p class="min-w-0 flex-1 basis-64">These rides are sample data. Your agent knows them until you remove them.</p>
        <button type="button" class="btn h-11" aria-disabled={busy} onClick={() => run(remove)}>
          <Trash2 size={17} aria-hidden="true" /> Remove the sample data
        </button>
      </div>
      {problem && <p class="mt-2 text-error">{problem}</p>}
    </Notice>
  );
}

/** Imports the sample list for a company that has no list. */
export function UseSampleData() {
  const list = useCurrentList();
  const changed = useListsChanged();
  const { busy, problem, run } = useAction();
  if (list !== null) return null;
  const add = async () => {
    const [title = "", ...lines] = sampleList(Date.now()).split("\n");
    const json: NewImport = {
      columns: title.split(","),
      rows: lines.map((line) => line.split(",")),
      file_name: SAMPLE_NAME,
    };
    await bodyOf(api.imports.$post({ query: { kind: "reservations", activate: "true" }, json }));
    await changed();
  };
  return (
    <>
      <button type="button" class="btn h-11" aria-disabled={busy} onClick={() => run(add)}>
        <FlaskConical size={17} aria-hidden="true" /> Use sample data
      </button>
      {problem && <Notice kind="error">{problem}</Notice>}
    </>
  );
}

/** The list that callers hear; null if there is none, undefined while loading. */
export function useCurrentList() {
  const { data } = useQuery(importStatusQuery);
  return data?.reservations.current;
}
