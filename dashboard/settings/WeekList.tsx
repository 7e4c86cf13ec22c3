import type { RoutingDay } from "../../worker/routing/week.ts";

/** The week as a list, for people who do not see the chart or want exact times. */
export function WeekList({ days }: { days: RoutingDay[] }) {
  return (
    <details class="mt-3">
      <summary class="flex min-h-11 cursor-pointer items-center font-medium underline underline-offset-3">
        Show as a list
      </summary>
      <table class="w-full text-left text-sm tabular">
        <caption class="sr-only">Who answers in the next seven days</caption>
        <thead class="text-soft">
          <tr>
            <th scope="col" class="py-1 pr-3 font-medium">
              From
            </th>
            <th scope="col" class="pr-3 font-medium">
              Office
            </th>
            <th scope="col" class="font-medium">
              Answers
            </th>
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day.date}>
            <tr class="border-t border-line">
              <th scope="rowgroup" colSpan={3} class="pt-2 pb-0.5 font-semibold">
                {[`${day.weekday} ${Number(day.date.slice(8))}`, day.label, day.dstChange].filter(Boolean).join(", ")}
              </th>
            </tr>
            {day.segments.map((segment) => (
              <tr key={segment.from}>
                <td class="py-0.5 pr-3">
                  {segment.fromText} to {segment.toText}
                </td>
                <td class="pr-3">{segment.open ? "open" : "closed"}</td>
                <td>
                  {segment.answers === "agent" ? "agent" : "office, then agent"}
                  {segment.byHand && " (switched by hand)"}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}
