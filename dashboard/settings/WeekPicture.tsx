import type { RoutingDay } from "../../worker/routing/week.ts";
import "./week.css";

type Segment = RoutingDay["segments"][number];

const HOURS_MARKED = ["12 AM", "6 AM", "noon", "6 PM"];

/** A chart with one strip a day, midnight to midnight. WeekList shows the same as text. */
export function WeekPicture({ days, now }: { days: RoutingDay[]; now: number }) {
  return (
    <>
      <div aria-hidden="true">
        <div class="ml-16 grid grid-cols-4 text-xs text-soft tabular">
          {HOURS_MARKED.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
        {days.map((day) => (
          <Day key={day.date} day={day} now={now} />
        ))}
      </div>
      <Legend days={days} />
    </>
  );
}

function Day({ day, now }: { day: RoutingDay; now: number }) {
  const from = day.segments[0]?.from ?? 0;
  const to = day.segments.at(-1)?.to ?? 1;
  const share = (at: number) => `${((at - from) / (to - from)) * 100}%`;
  const place = (segment: Segment) => ({
    left: share(segment.from),
    width: `calc(${share(segment.to)} - ${share(segment.from)})`,
  });
  const note = [day.label, day.dstChange].filter(Boolean).join(", ");
  return (
    <div class="mt-1.5 grid grid-cols-[4rem_1fr] items-start">
      <span class="tabular text-sm leading-7 font-medium">{`${day.weekday.slice(0, 3)} ${Number(day.date.slice(8))}`}</span>
      <div>
        <div class="week-strip">
          {day.segments.map((segment) => (
            <div key={segment.from} class={`week-segment week-${segment.answers}`} style={place(segment)} />
          ))}
          {day.segments
            .filter(({ byHand }) => byHand)
            .map((segment) => (
              <div key={segment.from} class="week-by-hand" style={place(segment)} />
            ))}
          {day.segments
            .filter(({ open }) => open)
            .map((segment) => (
              <div key={segment.from} class="week-open" style={place(segment)} />
            ))}
          {from <= now && now < to && <div class="week-now" style={{ left: share(now) }} />}
        </div>
        {note && <p class="mt-0.5 text-xs text-soft first-letter:uppercase">{note}</p>}
      </div>
    </div>
  );
}

function Legend({ days }: { days: RoutingDay[] }) {
  const segments = days.flatMap((day) => day.segments);
  const used = (answers: Segment["answers"]) => segments.some((segment) => segment.answers === answers);
  return (
    <ul class="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {used("agent") && <Sign class="week-agent">Agent answers</Sign>}
      {used("office_then_agent") && <Sign class="week-office_then_agent">Office rings first</Sign>}
      {segments.some(({ byHand }) => byHand) && <Sign class="week-by-hand-sign">Switched by hand</Sign>}
      {segments.some(({ open }) => open) && <Sign class="week-open-sign">Office open</Sign>}
    </ul>
  );
}

function Sign({ class: kind, children }: { class: string; children: string }) {
  return (
    <li class="flex items-center gap-1.5">
      <span aria-hidden="true" class={`week-sign ${kind}`} />
      {children}
    </li>
  );
}
