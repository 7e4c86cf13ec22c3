import type { ComponentChildren } from "preact";
import { NoMatches } from "./NoMatches.tsx";
import { useWide } from "./use-wide.ts";

type Column<Item> = { title: string; cell: (item: Item) => ComponentChildren; class?: string };

type Props<Item> = {
  items: Item[];
  /** What the items are called when there are several: "calls". */
  many: string;
  columns: Column<Item>[];
  card: (item: Item) => ComponentChildren;
  /** Takes the filters away. */
  onReset: () => void;
};

/** One page of a list: a table if there is room for one, otherwise cards. A link inside a row may cover the whole row. */
export function TableOrCards<Item extends { id: string }>({ items, many, columns, card, onReset }: Props<Item>) {
  const wide = useWide();
  if (items.length === 0) return <NoMatches many={many} onReset={onReset} />;
  if (!wide) {
    return (
      <ul class="divide-y divide-(--line) border-t border-line">
        {items.map((item) => (
          <li key={item.id} class="relative grid gap-1.5 px-4 py-4 hover:bg-base-200 sm:px-6">
            {card(item)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table class="w-full wrap-break-word border-t border-line text-left">
      <thead class="text-sm text-soft">
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col" class="px-3 py-2.5 font-medium first:pl-6 last:pr-6">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="divide-y divide-(--line) border-t border-line">
        {items.map((item) => (
          <tr key={item.id} class="relative align-top hover:bg-base-200 has-focus-visible:bg-base-200">
            {columns.map(({ title, cell, class: style = "" }) => (
              <td key={title} class={`px-3 py-3 first:pl-6 last:pr-6 ${style}`}>
                {cell(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
