import { openSpans, type Span } from "../hours/open-spans.ts";
import { sayClock } from "../hours/say-clock.ts";
import { sayWeekday } from "../hours/say-date.ts";
import { firstInstant, localTime } from "../hours/wall-clock.ts";
import { exceptionOn } from "../hours/windows.ts";
import { answerAt, type RoutingSettings } from "./decide.ts";
import { type Answers, whoAnswers } from "./next-answer.ts";

/** `from` and `to` in epoch milliseconds, `to` excluded. */
type Segment = {
  from: number;
  to: number;
  fromText: string;
  toText: string;
  open: boolean;
  answers: Answers;
  /** The manual switch decides here, not the schedule. */
  byHand: boolean;
};

/** `date` is "YYYY-MM-DD" in the company's zone; `label` names the exception of that date. */
export type RoutingDay = {
  date: string;
  weekday: string;
  label?: string;
  dstChange?: "clocks go forward" | "clocks go back";
  segments: Segment[];
};

/** Who answers, hour by hour, on the local date of `now` (epoch milliseconds) and the six after it. */
export function nextSevenDays(settings: RoutingSettings, now: number): RoutingDay[] {
  const { hours } = settings;
  const today = localTime(now, hours.timezone).toPlainDate();
  const week = Array.from({ length: 7 }, (_, days) => today.add({ days }));
  const spans = [today.subtract({ days: 1 }), ...week].flatMap((date) => openSpans(hours, date));
  return week.map((date) => {
    const label = exceptionOn(hours, date)?.label;
    const day = { from: firstInstant(date, 0, hours.timezone), to: firstInstant(date, 24 * 60, hours.timezone) };
    const dstChange = clockChange(day, hours.timezone);
    return {
      date: date.toString(),
      weekday: sayWeekday(date),
      ...(label ? { label } : {}),
      ...(dstChange ? { dstChange } : {}),
      segments: segmentsOf(day, spans, settings, now),
    };
  });
}

function segmentsOf(day: Span, spans: Span[], settings: RoutingSettings, now: number): Segment[] {
  const { override } = settings;
  const switched = override && override.until > now ? { from: now, to: override.until } : null;
  const within = [...spans, ...(switched ? [switched] : [])]
    .flatMap(({ from, to }) => [from, to])
    .filter((edge) => edge > day.from && edge < day.to);
  const edges = [...new Set([day.from, ...within])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1] ?? day.to;
    const byHand = switched !== null && switched.from <= from && from < switched.to;
    const next = segment({ from, to }, day, { ...settings, override: byHand ? override : null });
    const last = segments.at(-1);
    if (last?.open === next.open && last.answers === next.answers && last.byHand === next.byHand) {
      Object.assign(last, { to, toText: next.toText });
    } else segments.push(next);
  }
  return segments;
}

/** `override` is null where it does not count, also in what is over of today: we do not know since when it counts. */
function segment({ from, to }: Span, day: Span, settings: RoutingSettings): Segment {
  const zone = settings.hours.timezone;
  const answer = answerAt(settings, from);
  return {
    from,
    to,
    fromText: edgeText(from, day, zone),
    toText: edgeText(to, day, zone),
    open: answer.open,
    answers: whoAnswers(answer),
    byHand: settings.override !== null,
  };
}

function edgeText(at: number, day: Span, zone: string): string {
  if (at === day.to) return "midnight"; // even where the clocks jump from midnight to 1 AM
  const local = localTime(at, zone);
  return sayClock(local.hour, local.minute, "midnight");
}

/** A change at midnight belongs to the day it shortens, so each end is read a moment early. */
function clockChange(day: Span, zone: string): RoutingDay["dstChange"] {
  const shift = localTime(day.to - 1, zone).offsetNanoseconds - localTime(day.from - 1, zone).offsetNanoseconds;
  if (shift === 0) return undefined;
  return shift > 0 ? "clocks go forward" : "clocks go back";
}
