import { api, done } from "../api.ts";
import { countWords } from "../components/count-words.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import type { Driver } from "../imports/list-replies.ts";
import { useListsChanged } from "../imports/use-lists-changed.ts";

export function RemoveDriver({ driver, onClose }: { driver: Driver; onClose: () => void }) {
  const changed = useListsChanged();
  const { busy, problem, run } = useAction();
  const remove = () =>
    run(async () => {
      await done(api.drivers[":id"].$delete({ param: { id: driver.id } }));
      onClose();
      await changed();
    });
  const rides = driver.upcoming_reservations;
  return (
    <Dialog title={`Remove ${driver.name}?`} onClose={onClose}>
      <p class="mt-1.5 mb-4 text-soft">
        Calls are no longer transferred to this driver.
        {rides > 0 &&
          ` ${countWords(rides, "ride")} ahead ${rides === 1 ? "names" : "name"} this driver and stays as it is.`}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn h-11" onClick={onClose}>
          Keep
        </button>
        <button type="button" class="btn btn-error h-11" aria-disabled={busy} onClick={remove}>
          Remove the driver
        </button>
      </div>
    </Dialog>
  );
}
