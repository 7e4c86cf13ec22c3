import { PencilLine } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { TableOrCards } from "../components/TableOrCards.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import type { Reservation } from "../imports/list-replies.ts";
import { whenWords } from "../imports/value-words.ts";
import { RideStatus } from "./RideStatus.tsx";

type Props = { items: Reservation[]; onReset: () => void };

/** Each row or card opens its reservation. */
export function ReservationList({ items, onReset }: Props) {
  return (
    <TableOrCards
      items={items}
      many="reservations"
      onReset={onReset}
      card={(item) => <Card item={item} />}
      columns={[
        { title: "Number", class: "font-medium whitespace-nowrap", cell: (item) => <Opener item={item} /> },
        { title: "Pick-up", class: "tabular whitespace-nowrap", cell: pickupWords },
        { title: "Passenger", cell: (item) => <Passenger item={item} /> },
        { title: "Ride", class: "max-w-72 text-sm", cell: (item) => <Ride item={item} /> },
        { title: "Driver", cell: (item) => <Driver item={item} /> },
        { title: "Status", cell: (item) => <RideStatus item={item} /> },
      ]}
    />
  );
}

function Card({ item }: { item: Reservation }) {
  return (
    <>
      <div class="flex flex-wrap items-start justify-between gap-2">
        <p class="min-w-0 font-semibold">
          <Opener item={item} />
        </p>
        <RideStatus item={item} />
      </div>
      <p class="tabular font-medium">{pickupWords(item)}</p>
      <div>
        <Passenger item={item} />
      </div>
      <div class="text-sm">
        <Ride item={item} />
      </div>
      <p class="text-sm">
        <span class="text-soft">Driver: </span>
        <Driver item={item} />
      </p>
    </>
  );
}

/** Its link covers the whole row. */
function Opener({ item }: { item: Reservation }) {
  const { address } = useListAddress();
  return (
    <a href={address({ id: item.id })} class="tabular after:absolute after:inset-0">
      <span class="sr-only">Open </span>
      {item.confirmation_number}
      {item.edited_at !== null && <PencilLine size={15} aria-label="edited" class="ml-1.5 inline text-accent-ink" />}
    </a>
  );
}

function Passenger({ item }: { item: Reservation }) {
  const phone = item.phone_e164 ? phoneText(item.phone_e164) : item.telephone;
  return (
    <>
      {item.customer_name ?? <Nothing />}
      {phone && <span class="tabular block text-sm text-soft">{phone}</span>}
    </>
  );
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
