import { ArrowRight, Circle, CircleCheck } from "lucide-preact";
import type { Overview } from "../../api-contract.ts";
import { Card } from "../../components/Card.tsx";

type Missing = Overview["missing"][number];

/** What every company has to do once, in order, in words for when it is done. */
const STEPS: Record<string, string> = {
  company: "Company details",
  greeting: "Greeting",
  phone_number: "Phone number",
  number_not_proven: "A call has come through",
};

/** The way to the first answered call. Anything else that is missing, such as the office phone, stands after it. */
export function ToGoLive({ missing }: { missing: Missing[] }) {
  const open = new Map(missing.map((item) => [item.code, item]));
  const others = missing.filter(({ code }) => !(code in STEPS));
  const done = Object.keys(STEPS).filter((code) => !open.has(code)).length;
  return (
    <Card
      title="To go live"
      aside={<span class="tabular text-sm text-soft">{`${done} of ${Object.keys(STEPS).length} done`}</span>}
    >
      <ol class="-mx-3">
        {Object.entries(STEPS).map(([code, title]) => {
          const item = open.get(code);
          return <li key={code}>{item ? <ToDo item={item} /> : <Done title={title} />}</li>;
        })}
        {others.map((item) => (
          <li key={item.code}>
            <ToDo item={item} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function ToDo({ item }: { item: Missing }) {
  return (
    <a href={item.href} class="flex min-h-11 items-start gap-3 rounded-field px-3 py-2.5 hover:bg-base-200">
      <Circle size={20} aria-hidden="true" class="mt-0.5 shrink-0 text-accent-ink" />
      <span class="min-w-0 flex-1 font-medium">
        <span class="sr-only">To do: </span>
        {item.message}
      </span>
      <ArrowRight size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-soft" />
    </a>
  );
}

function Done({ title }: { title: string }) {
  return (
    <p class="flex min-h-11 items-start gap-3 px-3 py-2.5 text-soft">
      <CircleCheck size={20} aria-hidden="true" class="mt-0.5 shrink-0 text-success" />
      <span>
        <span class="sr-only">Done: </span>
        {title}
      </span>
    </p>
  );
}
