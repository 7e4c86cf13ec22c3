import { PencilLine, Trash2, TriangleAlert } from "lucide-preact";
import { useState } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { countWords } from "../components/count-words.ts";
import type { Driver } from "../imports/list-replies.ts";
import { RemoveDriver } from "./RemoveDriver.tsx";

type Props = { items: Driver[]; onEdit: (driver: Driver) => void };

const PROBLEMS: Record<Driver["problems"][number], string> = {
  duplicate_name:
    "Another driver has the same name, so calls are transferred to neither. Rename or remove one of them.",
  no_phone: "This driver has no valid phone number, so calls cannot be transferred.",
};

export function DriverList({ items, onEdit }: Props) {
  const [removing, setRemoving] = useState<Driver | null>(null);
  if (items.length === 0)
    return <p class="border-t border-line p-8 text-center text-soft">No drivers match your search.</p>;
  return (
    <>
      <ul class="divide-y divide-(--line) border-t border-line">
        {items.map((driver) => (
          <li
            key={driver.id}
            class="grid gap-x-5 gap-y-1 px-4 py-3.5 max-md:grid-cols-[minmax(0,1fr)_auto] sm:px-6 md:grid-cols-[minmax(0,1fr)_11rem_10rem_9rem_auto] md:items-center"
          >
            <p class="min-w-0 font-medium">{driver.name}</p>
            <p class="tabular max-md:col-start-1 max-md:row-start-2">
              {driver.phone_e164
                ? phoneText(driver.phone_e164)
                : (driver.phone ?? <span class="text-soft">No phone</span>)}
            </p>
            <p class="text-sm text-soft max-md:col-start-1">{driver.available_days ?? "No days given"}</p>
            <p class="tabular text-sm max-md:col-start-1">
              {countWords(driver.upcoming_reservations, "upcoming ride")}
            </p>
            <div class="flex max-md:col-start-2 max-md:row-span-3 max-md:row-start-1">
              <button
                type="button"
                class="btn btn-ghost btn-square size-11"
                aria-label={`Edit ${driver.name}`}
                onClick={() => onEdit(driver)}
              >
                <PencilLine size={18} aria-hidden="true" />
              </button>
              <button
                type="button"
                class="btn btn-ghost btn-square size-11"
                aria-label={`Remove ${driver.name}`}
                onClick={() => setRemoving(driver)}
              >
                <Trash2 size={18} aria-hidden="true" />
              </button>
            </div>
            {driver.problems.map((problem) => (
              <p key={problem} class="col-span-full flex items-start gap-2 text-sm font-medium text-warning">
                <TriangleAlert size={16} aria-hidden="true" class="mt-0.5 shrink-0" />
                {PROBLEMS[problem]}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {removing && <RemoveDriver driver={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
