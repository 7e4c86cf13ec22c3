import { Download } from "lucide-preact";
import type { RowError } from "../imports/list-replies.ts";
import { Card } from "./Card.tsx";
import { countWords } from "./count-words.ts";

type Props = { errors: RowError[]; total: number; download?: string };

const SHOWN_AT_FIRST = 10;

/** Rows that are not imported, each with its place in the file and the reason. */
export function BadRows({ errors, total, download }: Props) {
  if (total === 0) return null;
  const rest = errors.slice(SHOWN_AT_FIRST);
  return (
    <Card
      title={`${countWords(total, "row")} left out`}
      aside={
        download && (
          <a class="btn h-11 text-sm" href={download} download="errors.csv">
            <Download size={16} aria-hidden="true" /> Download
          </a>
        )
      }
    >
      <p class="mb-3 text-soft">The other rows are imported. Fix these in your dispatch software, then import again.</p>
      <Rows errors={errors.slice(0, SHOWN_AT_FIRST)} />
      {rest.length > 0 && (
        <details class="group mt-1">
          <summary class="link flex min-h-11 cursor-pointer items-center font-medium group-open:hidden">
            Show {countWords(rest.length, "more row", "more rows")}
          </summary>
          <Rows errors={rest} />
          {total > errors.length && <p class="pt-3 text-soft">The rest is in the download.</p>}
        </details>
      )}
    </Card>
  );
}

function Rows({ errors }: { errors: RowError[] }) {
  return (
    <ul class="divide-y divide-(--line)">
      {errors.map(({ row, column, reason }) => (
        <li key={`${row} ${column} ${reason}`} class="grid gap-x-5 py-2.5 sm:grid-cols-[6rem_12rem_minmax(0,1fr)]">
          <span class="tabular font-medium">Row {row}</span>
          <span class="text-soft">{column}</span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
