import { AudioLines, Ticket } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { callAddress } from "../calls/call-address.ts";
import type { Message } from "./message-replies.ts";

const LINK = "link relative inline-flex min-h-11 items-center gap-1.5 md:min-h-7";

/** The number to call back, with links to the reservation and the call. */
export function MessageLinks({
  item,
}: {
  item: Pick<Message, "callback_number" | "from_number" | "caller_name" | "confirmation_number" | "call_id">;
}) {
  const { callback_number, from_number, caller_name, confirmation_number, call_id } = item;
  const number = caller_name === null ? null : (callback_number ?? from_number);
  if (!number && !confirmation_number && !call_id) return null;
  return (
    <p class="flex flex-wrap items-center gap-x-5 text-sm has-[a]:max-md:-my-2">
      {number && <span class="tabular text-soft">{phoneText(number)}</span>}
      {confirmation_number && (
        <a class={LINK} href={reservationAddress(confirmation_number)}>
          <Ticket size={15} aria-hidden="true" />
          <span class="sr-only">Reservation </span>
          {confirmation_number}
        </a>
      )}
      {call_id && (
        <a class={LINK} href={callAddress(call_id)}>
          <AudioLines size={15} aria-hidden="true" /> Open the call
        </a>
      )}
    </p>
  );
}

export function reservationAddress(confirmation: string): string {
  return `/reservations?search=${encodeURIComponent(confirmation)}`;
}
