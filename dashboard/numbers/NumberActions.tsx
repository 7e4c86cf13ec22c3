import { useQueryClient } from "@tanstack/preact-query";
import { Star, Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { PhoneNumber } from "../replies.ts";
import { numberQuery } from "./numbers-query.ts";
import { RemoveNumber } from "./RemoveNumber.tsx";
import { useNumbersChanged } from "./use-numbers-changed.ts";

const REMOVAL = {
  own: "Your agent stops answering calls to it. The number itself stays with your phone provider.",
  from_us: "Your agent stops answering calls to it, and the number is given back.",
  managed: "We manage this number for you. Contact us to have it removed.",
};

/** Rare actions: making a number the primary one, and removing it. */
export function NumberActions({ number }: { number: PhoneNumber }) {
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const { id, is_primary, changes_at_retell, from_us } = number;
  const removable = changes_at_retell || from_us;
  const makePrimary = () =>
    run(async () => {
      const stored = await bodyOf(api["phone-numbers"][":id"].$patch({ param: { id }, json: { is_primary: true } }));
      queries.setQueryData(numberQuery(id).queryKey, stored);
      await changed();
    });
  return (
    <section class="panel divide-y divide-(--line)" aria-label="More">
      {problem && (
        <div class="p-5 sm:px-7">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5 sm:px-7">
        <div class="min-w-0 flex-1 basis-72">
          <h2 class="font-semibold">Primary number</h2>
          <p class="text-sm text-soft">
            {is_primary
              ? "This is your primary number. It is listed first and shown wherever there is room for only one."
              : "The primary number is listed first and shown wherever there is room for only one."}
          </p>
        </div>
        {!is_primary && (
          <button type="button" class="btn h-11" aria-disabled={busy} onClick={makePrimary}>
            <Star size={17} aria-hidden="true" /> Make primary
          </button>
        )}
      </div>
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5 sm:px-7">
        <div class="min-w-0 flex-1 basis-72">
          <h2 class="font-semibold">Remove this number</h2>
          <p class="text-sm text-soft">{REMOVAL[from_us ? "from_us" : changes_at_retell ? "own" : "managed"]}</p>
        </div>
        {removable && (
          <button type="button" class="btn h-11 text-error" onClick={() => setAsking(true)}>
            <Trash2 size={17} aria-hidden="true" /> Remove
          </button>
        )}
      </div>
      {asking && <RemoveNumber number={number} onClose={() => setAsking(false)} />}
    </section>
  );
}
