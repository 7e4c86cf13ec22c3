import { Building2, MoonStar } from "lucide-preact";
import type { RoutingDay } from "../../worker/routing/week.ts";
import { SpeechBubble } from "../components/SpeechBubble.tsx";
import { useSpoken } from "./use-spoken.ts";

type Segment = RoutingDay["segments"][number];

/** What happens to a call right now: who picks up, and what the agent says. */
export function CallNow({ days, now }: { days: RoutingDay[]; now: number }) {
  const current = days.flatMap((day) => day.segments).find(({ from, to }) => from <= now && now < to);
  const spoken = useSpoken();
  if (!current) return null;
  const office = current.answers === "office_then_agent";
  const Icon = office ? Building2 : MoonStar;
  return (
    <div class="mt-3">
      <p class="flex items-start gap-2.5 font-medium">
        <Icon size={19} aria-hidden="true" class="mt-0.5 shrink-0 text-accent-ink" />
        <span>
          {office ? "Right now your office rings; if nobody picks up, the agent says:" : "Right now the agent answers:"}
        </span>
      </p>
      <div class="mt-2.5 grid gap-2">
        <SpeechBubble>{spoken.welcome_message ?? "The greeting is not complete yet."}</SpeechBubble>
        {!current.open && spoken.after_hours_message && (
          <>
            <p class="text-sm text-soft">and about your office:</p>
            <SpeechBubble>{spoken.after_hours_message}</SpeechBubble>
          </>
        )}
      </div>
      <p class="mt-2.5 text-sm text-soft">{untilWords(days, current)}</p>
    </div>
  );
}

/** When the answer to "who picks up" changes next, with the day unless it is today. */
function untilWords(days: RoutingDay[], current: Segment): string {
  for (const day of days) {
    const change = day.segments.find(({ from, answers }) => from > current.from && answers !== current.answers);
    if (!change) continue;
    const when = day === days[0] ? change.fromText : `${day.weekday} at ${change.fromText}`;
    return `From ${when}, ${change.answers === "agent" ? "the agent answers at once" : "your office rings first"}.`;
  }
  return "Nothing changes in the next seven days.";
}
