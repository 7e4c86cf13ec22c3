import { useQueryClient } from "@tanstack/preact-query";
import { api, done } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { PhoneNumber } from "../replies.ts";
import { letGo } from "../shell/navigation-gate.ts";
import { numberText } from "./number-text.ts";
import { numberQuery } from "./numbers-query.ts";

type Props = { number: PhoneNumber; onClose: () => void };

/** Says what happens, then removes. One that our phone service knows is shown as being removed until it is gone there. */
export function RemoveNumber({ number, onClose }: Props) {
  const queries = useQueryClient();
  const { busy, problem, run } = useAction();
  const words = numberText(number.phone_number);
  const remove = () =>
    run(async () => {
      await done(api["phone-numbers"][":id"].$delete({ param: { id: number.id } }));
      onClose();
      letGo(); // what was changed about it is of no use any more
      const { queryKey } = numberQuery(number.id);
      queries.setQueryData(queryKey, { ...number, status: "disconnecting", can_retry: false });
      await queries.invalidateQueries({ queryKey });
    });
  return (
    <Dialog title={`Remove ${words}?`} onClose={onClose}>
      <ul class="mt-2 mb-4 grid list-disc gap-1.5 pl-5 text-soft">
        <li>Your agent stops answering calls to it, from the next ring on.</li>
        <li>Its trunk user name and password are destroyed. What was said in past calls stays.</li>
        <li>
          The number stays with your phone provider. Send its calls somewhere else there, or your callers reach nobody.
        </li>
      </ul>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn h-11" onClick={onClose}>
          Keep it
        </button>
        <button type="button" class="btn btn-error h-11" aria-disabled={busy} onClick={remove}>
          Remove the number
        </button>
      </div>
    </Dialog>
  );
}
