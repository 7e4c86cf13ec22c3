import { api, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import type { Driver } from "../imports/list-replies.ts";
import { useListsChanged } from "../imports/use-lists-changed.ts";

export function RemoveDriver({ driver, onClose }: { driver: Driver; onClose: () => void }) {
  const changed = useListsChanged();
  const remove = async () => {
    await done(api.drivers[":id"].$delete({ param: { id: driver.id } }));
    onClose();
    await changed();
  };
  return (
    <ConfirmDialog
      title={`Remove ${driver.name}?`}
      confirm="Remove the driver"
      cancel="Keep"
      destructive
      onConfirm={remove}
      onClose={onClose}
    >
      <p>Calls are no longer transferred to this driver. {ridesWords(driver.upcoming_reservations)}</p>
    </ConfirmDialog>
  );
}

function ridesWords(rides: number): string {
  if (rides === 0) return "";
  if (rides === 1) return "One upcoming ride names this driver. It stays as it is.";
  return `${rides} upcoming rides name this driver. They stay as they are.`;
}
