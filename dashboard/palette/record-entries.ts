import { CalendarDays, Inbox, Phone } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { callAddress } from "../calls/call-address.ts";
import { whenWords } from "../imports/value-words.ts";
import { moment } from "../times/moment.ts";
import type { EntryGroup } from "./entry.ts";

const MOST = "5"; // of each kind: the palette is for opening one thing, the pages' own search for lists

/** Bookings, messages and calls that the server finds for this text, each list newest or soonest first. */
export async function recordEntries(search: string, zone: string | undefined): Promise<EntryGroup[]> {
  const query = { search, limit: MOST };
  const [bookings, messages, calls] = await Promise.all([
    bodyOf(api.reservations.$get({ query })),
    bodyOf(api.messages.$get({ query })),
    bodyOf(api.calls.$get({ query })),
  ]);
  const when = (at: number) => moment(at, zone, Date.now());
  return [
    {
      title: "Reservations",
      entries: bookings.items.map(({ id, confirmation_number, customer_name, pickup_at, timezone }) => ({
        href: `/reservations?when=all&id=${encodeURIComponent(id)}`,
        title: [confirmation_number, customer_name].filter(Boolean).join(" · "),
        about: pickup_at === null ? "No time" : whenWords(pickup_at, timezone),
        icon: CalendarDays,
      })),
    },
    {
      title: "Messages",
      entries: messages.items.map(({ id, caller_name, from_number, message, created_at }) => ({
        href: `/messages?id=${encodeURIComponent(id)}`,
        title: `${caller_name ?? numberWords(from_number)}: ${message}`,
        about: when(created_at),
        icon: Inbox,
      })),
    },
    {
      title: "Callers",
      entries: calls.items.map(({ id, from_number, summary, at }) => ({
        href: callAddress(id),
        title: [numberWords(from_number), summary].filter(Boolean).join(": "),
        about: when(at),
        icon: Phone,
      })),
    },
  ];
}

function numberWords(number: string | null): string {
  return number ? phoneText(number) : "Withheld number";
}
