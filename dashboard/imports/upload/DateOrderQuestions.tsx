import type { DateOrderQuestion } from "../../../worker/imports/reading/date-order.ts";
import type { DateOrder } from "../list-replies.ts";

type Props = { questions: DateOrderQuestion[]; onChoose: (order: DateOrder) => void };

const ORDERS: Record<DateOrder, string> = {
  mdy: "Month first, as in the United States",
  dmy: "Day first",
  ymd: "Year first",
};

/** Asks the operator about dates that can be read in more than one way. One answer applies to the whole file. */
export function DateOrderQuestions({ questions: [question], onChoose }: Props) {
  if (!question) return null;
  const { column, options, example } = question;
  return (
    <section class="panel border-l-4 border-l-accent p-5 sm:p-6" aria-labelledby="date-order">
      <h2 id="date-order" class="text-base font-semibold">
        Which day is “{example.text}”?
      </h2>
      <p class="mt-1 text-soft">
        {`The dates in “${column}” can be read in more than one way (row ${example.row}). Choose the right one, so that callers hear the right day.`}
      </p>
      <div class="mt-4 grid gap-2.5 sm:grid-cols-2">
        {options.map((order) => (
          <button
            key={order}
            type="button"
            class="flex min-h-11 flex-col gap-0.5 rounded-field border border-(--edge) p-4 text-left hover:bg-base-200"
            onClick={() => onChoose(order)}
          >
            <span class="font-semibold">{dayWords(example.readings[order])}</span>
            <span class="text-sm text-soft">{ORDERS[order]}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function dayWords(date: string | undefined): string {
  if (!date) return "Not a date in this order";
  const words = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" });
  return words.format(Date.parse(`${date}T00:00:00Z`));
}
