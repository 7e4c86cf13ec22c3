export type Bar = { label: string; value: number; href?: string | undefined };

type Props = { caption: string; head: string; unit?: string; rows: Bar[] };

/** A table whose numbers are also drawn as bars. A row's label may link to the calls that it counts. */
export function Bars({ caption, head, unit = "Calls", rows }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table class="w-full text-left">
      <caption class="sr-only">{caption}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, href }) => (
          <tr key={label}>
            <th scope="row" class="w-2/5 py-1.5 pr-3 font-normal wrap-break-word">
              {href && value > 0 ? (
                <a class="link" href={href}>
                  {label}
                </a>
              ) : (
                label
              )}
            </th>
            <td class="py-1.5">
              <span class="flex items-center gap-2.5">
                <span class="h-3 min-w-px rounded-sm bg-primary" style={{ width: `${(value / most) * 80}%` }} />
                <span class="tabular text-sm text-soft">{value}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
