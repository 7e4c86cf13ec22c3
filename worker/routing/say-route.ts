import { sayTimeFirst } from "../hours/say-time.ts";
import { firstInstant, localTime } from "../hours/wall-clock.ts";
import { decideRoute, type Route, type RoutingSettings } from "./decide.ts";
import { type Answers, nextAnswerChange } from "./next-answer.ts";

/** `now`: who answers, and until when. `why`: for what reason, and what comes next. Sentences for the operator. */
export type SaidRoute = { now: string; why: string };

/** Says what `decideRoute` decides at `now` (epoch milliseconds), in the company's time zone. */
export function sayRoute(routing: RoutingSettings, now: number): SaidRoute {
  const { route, reason } = decideRoute(routing, now);
  const switchEnds = BY_HAND[reason] && routing.override ? routing.override.until : null;
  const next = nextAnswerChange(routing, now);
  const ends = switchEnds ?? next?.at ?? null;
  const until = ends === null ? "" : ` until ${sayUntil(ends, routing.hours.timezone, now)}`;
  const who = route === "agent" ? "Your agent answers every call" : "Your office rings first";
  const ring =
    route === "agent" ? "" : `If nobody picks up within ${routing.ringSeconds} seconds, your agent answers. `;
  const after = switchEnds !== null ? " After that your schedule counts again." : afterwards(next?.answers);
  return { now: `${who}${until}.`, why: `${ring}${WHY[reason]}${after}`.trim() };
}

const WHY: Record<Route["reason"], string> = {
  always_agent: "Your settings say so, day and night.",
  open: "Your office is open.",
  closed: "Your office is closed.",
  overflow: "Your settings say so, day and night.",
  switched_to_agent: "You switched to this by hand.",
  switched_to_office: "You switched to this by hand.",
  closed_today: "You closed the office by hand.",
  no_office_phone: "No office phone is set, so there is nothing else to ring.",
};

/** Whether the manual switch is the reason. */
const BY_HAND: Record<Route["reason"], boolean> = {
  always_agent: false,
  open: false,
  closed: false,
  overflow: false,
  switched_to_agent: true,
  switched_to_office: true,
  closed_today: true,
  no_office_phone: false,
};

function afterwards(answers: Answers | undefined): string {
  if (answers === undefined) return "";
  return answers === "agent" ? " After that your agent answers every call." : " After that your office rings first.";
}

/** "6 PM today", "midnight tonight", "6 AM tomorrow, Monday November 23". Epoch milliseconds. */
export function sayUntil(at: number, zone: string, now: number): string {
  const today = localTime(now, zone).toPlainDate();
  return at === firstInstant(today, 24 * 60, zone) ? "midnight tonight" : sayTimeFirst(at, zone, now);
}
