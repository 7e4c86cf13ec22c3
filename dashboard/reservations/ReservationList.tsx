import { PencilLine } from "lucide-preact";
import { phoneText } from "../components/phone-text.ts";
import { useListAddress } from "../components/use-list-address.ts";
import { useWide } from "../components/use-wide.ts";
import type { Reservation } from "../imports/list-replies.ts";
import { whenWords } from "../imports/value-words.ts";
import { RideStatus } from "./RideStatus.tsx";

type Props = { items: Reservation[]; onReset: () => void };

/** A table on a desk, cards on a phone; each row opens its booking. */
export function ReservationList({ items, onReset }: Props) {
  const wide = useWide();
  if (items.length === 0) {
    return (
      <div class="border-t border-line px-6 py-10 text-center">
        <p class="font-medium">No reservation fits.</p>
        <button type="button" class="btn mt-3 h-11" onClick={onReset}>
          Show all
        </button>
      </div>
    );
  }
  if (!wide) {
    return (
      <ul class="divide-y divide-(--line) border-t border-line">
        {items.map((item) => (
          <Card key={item.id} item={item} />
        ))}
      </ul>
    );
  }
  return (
    <table class="w-full wrap-break-word border-t border-line text-left">
      <thead class="text-sm text-soft">
        <tr>
          {["Number", "Pick-up", "Passenger", "Ride", "Driver", "Status"].map((title) => (
            <th key={title} scope="col" class="px-3 py-2.5 font-medium first:pl-6 last:pr-6">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="divide-y divide-(--line) border-t border-line">
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: Reservation }) {
  return (
    <tr class="relative align-top hover:bg-base-200 has-focus-visible:bg-base-200">
      <td class="py-3 pr-3 pl-6 font-medium whitespace-nowrap">
        <Opener item={item} />
      </td>
      <td class="tabular px-3 py-3 whitespace-nowrap">{pickupWords(item)}</td>
      <td class="px-3 py-3">
        {item.customer_name ?? <Nothing />}
        <Phone item={item} />
      </td>
      <td class="max-w-72 px-3 py-3 text-sm">
        <Ride item={item} />
      </td>
      <td class="px-3 py-3">
        <Driver item={item} />
      </td>
      <td class="py-3 pr-6 pl-3">
        <RideStatus item={item} />
      </td>
    </tr>
  );
}

function Card({ item }: { item: Reservation }) {
  return (
    <li class="relative grid gap-1.5 px-4 py-4 hover:bg-base-200 sm:px-6">
      <div class="flex flex-wrap items-start justify-between gap-2">
        <p class="min-w-0 font-semibold">
          <Opener item={item} />
        </p>
        <RideStatus item={item} />
      </div>
      <p class="tabular font-medium">{pickupWords(item)}</p>
      <p>
        {item.customer_name ?? <Nothing />} <Phone item={item} />
      </p>
      <div class="text-sm">
        <Ride item={item} />
      </div>
      <p class="text-sm">
        <span class="text-soft">Driver: </span>
        <Driver item={item} />
      </p>
    </li>
  );
}

/** A link that reaches over its whole row. */
function Opener({ item }: { item: Reservation }) {
  const { address } = useListAddress();
  return (
    <a href={address({ id: item.id })} class="tabular after:absolute after:inset-0">
      <span class="sr-only">Open </span>
      {item.confirmation_number}
      {item.edited_at !== null && (
        <PencilLine size={15} aria-label="changed by hand" class="ml-1.5 inline text-accent-ink" />
      )}
    </a>
  );
}

function Phone({ item }: { item: Reservation }) {
  const words = item.phone_e164 ? phoneText(item.phone_e164) : item.telephone;
  return words ? <span class="tabular block text-sm text-soft">{words}</span> : null;
}

function Ride({ item }: { item: Reservation }) {
  return (
    <>
      {item.pickup_address && <span class="line-clamp-2">{item.pickup_address}</span>}
      {item.dropoff_location && <span class="line-clamp-2 text-soft">to {item.dropoff_location}</span>}
    </>
  );
}

function Driver({ item }: { item: Reservation }) {
  if (!item.driver_assigned) return <Nothing />;
  return (
    <>
      {item.driver_assigned}
      {!item.driver_reachable && <span class="block text-sm text-warning">no transfer possible</span>}
    </>
  );
}

function Nothing() {
  return <span class="text-soft">none</span>;
}

function pickupWords({ pickup_at, timezone }: Reservation): string {
  return pickup_at === null ? "No time" : whenWords(pickup_at, timezone);
}
