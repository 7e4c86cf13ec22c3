import type { IncidentKind } from "../watchdog/incident-kinds.ts";
import { type Letter, writeLetter } from "./letter.ts";

const WORDS: Record<IncidentKind, { subject: string; what: string; todo: string }> = {
  no_calls: {
    subject: "No calls reach your agent",
    what: "No call has come for longer than is usual for your company. Forwarding may be switched off, or calls may end somewhere else.",
    todo: "Call your own number from a mobile phone. If the agent does not answer, follow the steps on the page again.",
  },
  agent_in_office_hours: {
    subject: "Calls reach your agent while your office is open",
    what: "You have set that your agent answers after hours only, but several calls have reached it during your office hours today.",
    todo: "Look at the schedule of the forwarding at your phone company, and at your hours in Agent Settings.",
  },
  voicemail: {
    subject: "A voicemail may be taking your calls",
    what: "Your office's line picked up most of the last calls for a few seconds only. That looks like a voicemail. Callers who reach it do not reach your agent.",
    todo: "Let your office ring more briefly than its voicemail does, or have whoever picks up press 1.",
  },
  changed_at_carrier: {
    subject: "Your number has other settings at your phone provider",
    what: "Somebody has changed the number at your phone provider since we set it up. Calls may no longer come to us; a number that was put on a SIP trunk ignores its voice address.",
    todo: "Put it right in your provider's console, or undo the automatic set-up on the page and set it up again.",
  },
};

/** The watchdog has found something. `number` is the agent's, as people write it. */
export function routeLetter(kind: IncidentKind, { number, url }: { number: string; url: string }): Promise<Letter> {
  const { subject, what, todo } = WORDS[kind];
  return writeLetter({
    subject,
    paragraphs: [`This is about your number ${number}.`, what, todo],
    action: { label: "See how calls reach your agent", url },
    closing: "You get this mail once each time we notice it.",
  });
}
