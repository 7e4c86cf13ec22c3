type Column = { label: string; value: number };

type Props = { caption: string; head: string; columns: Column[] };

/** Numbers as a row of columns, with a table of the same numbers for keyboards and screen readers. */
export function Columns({ caption, head, columns }: Props) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const [first, last] = [columns[0]?.label, columns.at(-1)?.label];
  return (
    <figure class="grid gap-2">
      <div aria-hidden="true" class="flex h-36 items-end gap-px border-b border-line">
        {columns.map(({ label, value }) => (
          <div
            key={label}
            title={`${label}: ${value}`}
            class="min-w-0 flex-1 rounded-t-sm bg-primary"
            style={{ height: `${(value / most) * 100}%` }}
          />
        ))}
      </div>
      <div aria-hidden="true" class="tabular flex justify-between text-sm text-soft">
        <span>{first}</span>
        <span>{last}</span>
      </div>
      <details>
        <summary class="link inline-flex min-h-11 cursor-pointer items-center">Show as a table</summary>
        <table class="tabular w-full text-left">
          <caption class="sr-only">{caption}</caption>
          <thead class="text-sm text-soft">
            <tr>
              <th scope="col" class="py-1.5 font-medium">
                {head}
              </th>
              <th scope="col" class="py-1.5 text-right font-medium">
                Calls
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ label, value }) => (
              <tr key={label} class="border-t border-line">
                <th scope="row" class="py-1.5 font-normal">
                  {label}
                </th>
                <td class="py-1.5 text-right">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
