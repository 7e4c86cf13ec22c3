import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { LOOKUP_OUTCOMES } from "../../worker/tools/lookup-outcome.ts";
import { api, bodyOf } from "../api.ts";
import { durationText } from "../calls/duration-text.ts";
import { Card } from "../components/Card.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { useCompanyZone } from "../times/company-zone.ts";
import { dayText } from "../times/moment.ts";
import { type Bar, Bars } from "./Bars.tsx";
import { Columns } from "./Columns.tsx";
import { REASON_WORDS, TRANSFER_WORDS } from "./counted-text.ts";
import { Figure } from "./Figure.tsx";
import { type Days, lastDays, RANGES, type Range } from "./ranges.ts";

/** What happened in the last days, in figures. Each figure links to the calls that it counts. */
export function AnalyticsPage() {
  const { query, go } = useListAddress();
  const zone = useCompanyZone();
  const days: Days = query.days && query.days in RANGES ? (query.days as Days) : "30"; // checked on this line
  const { range, before } = lastDays(days, zone ?? undefined, Date.now());
  const { data, error, refetch, isPlaceholderData } = useFigures(range, zone !== undefined);
  const former = useFigures(before, data !== undefined && days !== "365").data; // counting another whole year may take seconds
  return (
    <div class="grid gap-5" aria-busy={isPlaceholderData}>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <h1 class="text-2xl font-semibold">Analytics</h1>
        <select
          aria-label="Range of days"
          class="select h-11 w-auto"
          value={days}
          onChange={(event) => go({ days: event.currentTarget.value })}
        >
          {Object.entries(RANGES).map(([count, words]) => (
            <option key={count} value={count}>
              Last {words}
            </option>
          ))}
        </select>
      </div>
      {!data && !error && <PageSkeleton />}
      {error && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {data && data.calls + data.messages === 0 && (
        <p class="panel p-6 text-soft">
          No calls in these days. Once callers reach your agent, you see here when and why.
        </p>
      )}
      {data && data.calls + data.messages > 0 && <Report data={data} former={former} range={range} />}
    </div>
  );
}

type Data = NonNullable<ReturnType<typeof useFigures>["data"]>;

function useFigures(range: Range, enabled: boolean) {
  return useQuery({
    queryKey: ["analytics", range.from, range.to],
    queryFn: () => bodyOf(api.analytics.$get({ query: range })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

function Report({ data, former, range }: { data: Data; former: Data | undefined; range: Range }) {
  const callsWith = (filter: Record<string, string>) => `/calls?${new URLSearchParams({ ...range, ...filter })}`;
  const change = (value: number, then: number | undefined) =>
    then === undefined
      ? undefined
      : `${value === then ? "Same as" : `${then} in`} the ${data.by_day.length} days before`;
  const reasons = data.reasons.map(({ reason, calls }) => ({
    label: REASON_WORDS[reason],
    value: calls,
    href: callsWith({ reason }),
  }));
  const lookUps = bars(LOOKUP_OUTCOMES, data.look_ups, (look_up) => callsWith({ look_up }));
  const transfers = bars(TRANSFER_WORDS, data.transfers, (transfer) => callsWith({ transfer }));
  const numbers = data.by_number.map(({ number_id, phone_number, label, calls }) => ({
    label: label ? `${label}: ${phoneText(phone_number)}` : phoneText(phone_number),
    value: calls,
    href: number_id ? callsWith({ number_id }) : undefined,
  }));
  return (
    <>
      <p class="text-soft">
        {dayText(data.from)} to {dayText(data.to)}. A call counts on the day and in the hour in which it began.
      </p>
      <dl class="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-4">
        <Figure
          label="Calls"
          value={String(data.calls)}
          change={change(data.calls, former?.calls)}
          about="Every call that reached your agent."
          href={callsWith({})}
        />
        <Figure
          label="Minutes"
          value={String(data.minutes)}
          change={change(data.minutes, former?.minutes)}
          about="The lengths of all calls together."
        />
        <Figure
          label="Average length"
          value={durationText(data.average_duration_ms)}
          about="Of the calls whose length is known."
        />
        <Figure
          label="Messages"
          value={String(data.messages)}
          change={change(data.messages, former?.messages)}
          about="Taken for your office."
          href="/messages"
        />
      </dl>
      <Card title="Calls by day">
        <Columns
          caption="Calls by day"
          head="Day"
          columns={data.by_day.map(({ date, calls }) => ({ label: dayText(date), value: calls }))}
        />
      </Card>
      <Card title="Calls by hour">
        <Columns
          caption="Calls by hour of the day"
          head="Hour"
          columns={data.by_hour.map(({ hour, calls }) => ({ label: `${hour}:00`, value: calls }))}
        />
      </Card>
      <div class="grid gap-5 lg:grid-cols-2">
        <Card title="Why callers called">
          <Bars caption="Calls by reason" head="Reason" rows={reasons.filter(({ value }) => value > 0)} />
        </Card>
        <Card title="Look-ups">
          <Bars caption="Look-ups by result" head="Result" unit="Look-ups" rows={lookUps} />
        </Card>
        <Card title="Transfers">
          <Bars caption="Transfers" head="Transfer" rows={transfers} />
        </Card>
        <Card title="Your numbers">
          <Bars caption="Calls by number" head="Number" rows={numbers} />
        </Card>
      </div>
    </>
  );
}

function bars<Key extends string>(
  words: Record<Key, string>,
  counts: Record<Key, number>,
  href: (key: Key) => string,
): Bar[] {
  const keys = Object.keys(words) as Key[]; // the words are a constant
  return keys.map((key) => ({ label: words[key], value: counts[key], href: href(key) }));
}
