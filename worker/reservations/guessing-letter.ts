import { type Letter, writeLetter } from "../mail/letter.ts";
import type { Alarm } from "./store/guessing-alarm.ts";

const WHAT_HAPPENED: Record<Alarm, { subject: string; paragraphs: string[] }> = {
  "look_ups.caller_stopped": {
    subject: "A caller asked for the bookings of many passengers",
    paragraphs: [
      "One caller heard about more passengers than any passenger has a reason to ask about: ten in an hour, or twenty in a day. The agent told them about no others and offered to take a message.",
      "If it is a hotel or an agency that you work with, there is nothing to do. Otherwise look at their calls. You can block the number there.",
    ],
  },
  "look_ups.company_guarded": {
    subject: "Somebody may be guessing your confirmation numbers",
    paragraphs: [
      "Far more look-ups failed, or came within an hour, than your callers usually make. Until this stops, callers have to give one more detail of their booking, and a pick-up date alone may not be enough. Callers who call from the phone on their booking notice nothing.",
      "Look at the latest calls. You can block numbers there. If your own callers had trouble instead, check that your latest list has their bookings.",
    ],
  },
};

/** The alarm about guessing, at most once a day for each kind. */
export function guessingLetter(alarm: Alarm, { calls }: { calls: string }): Promise<Letter> {
  return writeLetter({ ...WHAT_HAPPENED[alarm], action: { label: "Look at the calls", url: calls } });
}
