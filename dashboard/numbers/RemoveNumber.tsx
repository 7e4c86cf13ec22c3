import { useQueryClient } from "@tanstack/preact-query";
import { api, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import type { PhoneNumber } from "../replies.ts";
import { dropUnsaved } from "../shell/navigation-gate.ts";
import { numberText } from "./number-text.ts";
import { numberQuery } from "./numbers-query.ts";

type Props = { number: PhoneNumber; onClose: () => void };

/** Removes a number after a question. One that our phone service knows is shown as being removed until it is gone there. */
export function RemoveNumber({ number, onClose }: Props) {
  const queries = useQueryClient();
  const remove = async () => {
    await done(api["phone-numbers"][":id"].$delete({ param: { id: number.id } }));
    onClose();
    dropUnsaved(); // unsaved changes to a removed number are of no use
    const { queryKey } = numberQuery(number.id);
    queries.setQueryData(queryKey, { ...number, status: "disconnecting", can_retry: false });
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <ConfirmDialog
      title={`Remove ${numberText(number.phone_number)}?`}
      confirm="Remove the number"
      cancel="Keep it"
      destructive
      onConfirm={remove}
      onClose={onClose}
    >
      <ul class="grid list-disc gap-1.5 pl-5">
        <li>Your agent stops answering calls to this number right away.</li>
        {number.from_us ? (
          <li>The number is given back, and nobody can bring it back. Switch forwarding to it off first.</li>
        ) : (
          <>
            <li>Its trunk user name and password are deleted. Conversations from past calls stay.</li>
            <li>
              The number stays with your phone provider. Send its calls somewhere else there, or your callers reach
              nobody.
            </li>
          </>
        )}
      </ul>
    </ConfirmDialog>
  );
}
