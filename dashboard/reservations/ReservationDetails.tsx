import { PencilLine } from "lucide-preact";
import { useState } from "preact/hooks";
import { keysWhere } from "../../worker/lib/field-table.ts";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { RESERVATION_COLUMNS } from "../../worker/reservations/fields.ts";
import { Notice } from "../components/Notice.tsx";
import { Switch } from "../components/Switch.tsx";
import type { Reservation } from "../imports/list-replies.ts";
import { fieldWord } from "../imports/list-words.ts";
import { valueWords } from "../imports/value-words.ts";
import { moment } from "../times/moment.ts";
import { RideStatus } from "./RideStatus.tsx";
import { useEdit } from "./use-edit.ts";

/** The facts in the list, by their names in the API. The number and the status are shown above the list. */
const SHOWN = keysWhere(RESERVATION_COLUMNS, "compared", true)
  .map((column) => RESERVATION_COLUMNS[column].name)
  .filter((name) => name !== "status" && name !== "status_text");

type Props = { item: Reservation; onEdit: () => void };

export function ReservationDetails({ item, onEdit }: Props) {
  const [cancelling, setCancelling] = useState(false);
  const { busy, problem, save } = useEdit(item.id);
  return (
    <div class="mt-3 grid gap-4">
      <div class="flex flex-wrap items-center gap-2">
        <RideStatus item={item} />
        {item.status_text && <span class="text-sm text-soft">“{item.status_text}” in your dispatch software</span>}
      </div>
      {item.edited_at !== null && <ByHand item={item} />}
      {problem && <Notice kind="error">{problem}</Notice>}
      <dl class="grid gap-x-4 gap-y-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
        {SHOWN.filter((field) => item[field] !== null).map((field) => (
          <div key={field} class="contents">
            <dt class="text-sm text-soft max-sm:-mb-2">{fieldWord("reservations", field)}</dt>
            <dd>
              {words(item, field)}
              {field === "driver_assigned" && !item.driver_reachable && (
                <span class="block text-sm text-warning">
                  No transfer possible: this driver is not in your driver list with a phone number of their own.
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {cancelling ? (
        <div class="rounded-field border border-line p-4">
          <p class="font-medium">Cancel this reservation?</p>
          <p class="mt-1 text-soft">
            Your agent tells callers that it is cancelled. Cancel it in your dispatch software, too.
          </p>
          <div class="mt-3 flex flex-wrap gap-2">
            <button type="button" class="btn h-11" onClick={() => setCancelling(false)}>
              Keep it
            </button>
            <button
              type="button"
              class="btn btn-error h-11"
              aria-disabled={busy}
              onClick={() => save({ status: "cancelled", keep_edit: true }, () => setCancelling(false))}
            >
              Cancel the reservation
            </button>
          </div>
        </div>
      ) : (
        <div class="flex flex-wrap gap-2">
          <button type="button" class="btn btn-primary h-11" onClick={onEdit}>
            Edit
          </button>
          {item.status !== "cancelled" && (
            <button type="button" class="btn btn-ghost h-11" onClick={() => setCancelling(true)}>
              Cancel this reservation
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Says that this reservation was edited, and whether the edit survives the next import. */
function ByHand({ item }: { item: Reservation }) {
  const { busy, problem, save } = useEdit(item.id);
  const who = item.edited_by ? ` by ${item.edited_by}` : "";
  return (
    <div class="grid gap-2 rounded-field border border-line p-4">
      <p class="flex items-start gap-2.5 font-medium">
        <PencilLine size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-accent-ink" />
        {`Edited${who}, ${moment(item.edited_at ?? 0, item.timezone, Date.now())}`}
      </p>
      <Switch
        id="keep_edit_now"
        title="Keep my change at the next import"
        about="If off, the next import overwrites your change."
        input={{
          checked: item.keep_edit,
          disabled: busy,
          onChange: (event) => save({ keep_edit: event.currentTarget.checked }),
        }}
      />
      {problem && <p class="text-sm font-medium text-error">{problem}</p>}
    </div>
  );
}

function words(item: Reservation, field: (typeof SHOWN)[number]): string {
  if (field === "telephone" && item.phone_e164) return phoneText(item.phone_e164);
  return valueWords(field, item[field], item.timezone);
}
