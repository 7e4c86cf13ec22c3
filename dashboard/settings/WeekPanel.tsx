import { useEffect, useState } from "preact/hooks";
import { nextSevenDays, type RoutingDay } from "../../worker/routing/week.ts";
import { CallNow } from "./CallNow.tsx";
import { useWeekSettings } from "./use-week-settings.ts";
import { WeekList } from "./WeekList.tsx";
import { WeekPicture } from "./WeekPicture.tsx";

const MINUTE_MS = 60_000;

/** What callers hear and who answers, based on the unsaved form. */
export function WeekPanel() {
  const settings = useWeekSettings();
  const now = useNow();
  const days = settings && nextSevenDays(settings, now);
  return (
    <section id="week" aria-labelledby="week-title" class="panel scroll-mt-6 p-5">
      <h2 id="week-title" class="text-base font-semibold">
        What callers hear and who answers
      </h2>
      {days ? (
        <Week days={days} now={now} />
      ) : (
        <p class="mt-2 text-soft">Complete your business hours to see the next seven days.</p>
      )}
    </section>
  );
}

function Week({ days, now }: { days: RoutingDay[]; now: number }) {
  return (
    <>
      <CallNow days={days} now={now} />
      <h3 class="mt-6 mb-2 font-medium">The next seven days</h3>
      <WeekPicture days={days} now={now} />
      <WeekList days={days} />
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
