import { PhoneOff, Plus } from "lucide-preact";
import { Card } from "../components/Card.tsx";
import { countWords } from "../components/count-words.ts";
import type { Unreachable } from "../imports/list-replies.ts";

type Props = { items: Unreachable[]; onAdd: (name: string) => void };

/** Drivers that reservations name but that calls cannot be transferred to. */
export function UnreachableDrivers({ items, onAdd }: Props) {
  if (items.length === 0) return null;
  return (
    <Card title="No transfer possible" aside={<PhoneOff size={19} aria-hidden="true" class="text-warning" />}>
      <p class="mb-2 text-soft">
        Your reservations name these drivers, but your driver list has no phone number for them. Their passengers leave
        a message instead.
      </p>
      <ul class="divide-y divide-(--line)">
        {items.map(({ name, reservations }) => (
          <li key={name} class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <p class="min-w-0 flex-1 basis-40">
              <span class="font-medium">{name}</span>{" "}
              <span class="tabular text-sm text-soft">{countWords(reservations, "reservation")}</span>
            </p>
            <button type="button" class="btn btn-ghost h-11 text-sm" onClick={() => onAdd(name)}>
              <Plus size={16} aria-hidden="true" /> Add<span class="sr-only"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
