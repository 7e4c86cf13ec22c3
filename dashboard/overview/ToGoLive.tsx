import { ArrowRight, Circle, CircleCheck, CircleDashed } from "lucide-preact";
import { Card } from "../components/Card.tsx";
import type { Overview } from "../replies.ts";

type Item = Overview["checklist"][number];

/** The steps to the first message read. What is counted and what is shown is the server's one list. */
export function ToGoLive({ checklist, live }: { checklist: Item[]; live: boolean }) {
  const done = checklist.filter(({ state }) => state === "done").length;
  return (
    <Card
      title={live ? "Still to do" : "To go live"}
      aside={<span class="tabular text-sm text-soft">{`${done} of ${checklist.length} done`}</span>}
    >
      <ol class="-mx-3">
        {checklist.map((item) => (
          <li key={item.code}>
            <Step item={item} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

const LOOKS = {
  done: { icon: CircleCheck, tone: "text-success", words: "Done" },
  open: { icon: Circle, tone: "text-accent-ink", words: "To do" },
  later: { icon: CircleDashed, tone: "", words: "Later" },
} as const;

function Step({ item: { state, title, why, href } }: { item: Item }) {
  const { icon: Icon, tone, words } = LOOKS[state];
  const isOpen = state === "open";
  return (
    <a href={href} class="flex min-h-11 items-start gap-3 rounded-field px-3 py-2.5 hover:bg-base-200">
      <Icon size={20} aria-hidden="true" class={`mt-0.5 shrink-0 ${tone}`} />
      <span class="min-w-0 flex-1">
        <span class={isOpen ? "font-medium" : "text-soft"}>
          <span class="sr-only">{words}: </span>
          {title}
        </span>
        {state !== "done" && <span class="block text-sm text-soft">{why}</span>}
      </span>
      {isOpen && <ArrowRight size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-soft" />}
    </a>
  );
}

/** Whether there is something to do; what waits for others does not count. */
export function hasOpenSteps(checklist: Item[]): boolean {
  return checklist.some(({ state }) => state === "open");
}
