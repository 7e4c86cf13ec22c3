import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { EditForm } from "./EditForm.tsx";
import { ReservationDetails } from "./ReservationDetails.tsx";

/** All fields of one reservation, to read and edit. */
export function ReservationDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["reservations", "one", id],
    queryFn: () => bodyOf(api.reservations[":id"].$get({ param: { id } })),
  });
  const [editing, setEditing] = useState(false);
  return (
    <Dialog title={data ? `Reservation ${data.confirmation_number}` : "Reservation"} drawer onClose={onClose}>
      {error && !data && (
        <div class="mt-4">
          <Trouble what={error.message} onRetry={() => void refetch()} />
        </div>
      )}
      {!data && !error && <div class="skeleton mt-5 h-72" role="status" aria-label="Loading" />}
      {data && !editing && <ReservationDetails item={data} onEdit={() => setEditing(true)} />}
      {data && editing && <EditForm item={data} onDone={() => setEditing(false)} />}
      {!editing && (
        <button type="button" class="btn mt-5 h-11 w-full" onClick={onClose}>
          Close
        </button>
      )}
    </Dialog>
  );
}
