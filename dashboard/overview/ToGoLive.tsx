import { ArrowRight, Circle, CircleCheck, CircleDashed } from "lucide-preact";
import { Card } from "../components/Card.tsx";
import type { Overview } from "../replies.ts";

type Missing = Overview["missing"][number];

type Code = Missing["code"];
type Step = { code: Code; title: string; after?: Code };

/** The steps every company takes once, in order. The server lists a step only after the one it comes `after` is done. */
const STEPS: Step[] = [
  { code: "company", title: "Company name and hours" },
  { code: "greeting", title: "Your own greeting", after: "company" },
  { code: "phone_number", title: "The number your callers dial" },
  { code: "number_not_proven", title: "A call that comes through", after: "phone_number" },
];

/** The steps to the first answered call, followed by anything else that is missing, such as the office phone. */
export function ToGoLive({ missing }: { missing: Missing[] }) {
  const open = new Map(missing.map((item) => [item.code, item]));
  const steps = STEPS.map((step) => ({
    ...step,
    item: open.get(step.code),
    later: step.after !== undefined && open.has(step.after),
  }));
  const done = steps.filter(({ item, later }) => !item && !later).length;
  const others = missing.filter(({ code }) => !STEPS.some((step) => step.code === code));
  return (
    <Card title="To go live" aside={<span class="tabular text-sm text-soft">{`${done} of ${STEPS.length} done`}</span>}>
      <ol class="-mx-3">
        {steps.map(({ code, title, item, later }) => (
          <li key={code}>{item ? <ToDo item={item} /> : <OtherStep title={title} done={!later} />}</li>
        ))}
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

function OtherStep({ title, done }: { title: string; done: boolean }) {
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <p class="flex min-h-11 items-start gap-3 px-3 py-2.5 text-soft">
      <Icon size={20} aria-hidden="true" class={`mt-0.5 shrink-0 ${done ? "text-success" : ""}`} />
      <span>
        <span class="sr-only">{done ? "Done: " : "Later: "}</span>
        {title}
      </span>
    </p>
  );
}
