import { Circle, CircleCheck, CircleDashed } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { CopyText } from "../components/CopyText.tsx";
import type { NumberRoute } from "./route-query.ts";

type Step = NumberRoute["steps"][number];

const STATES = {
  done: { icon: CircleCheck, tone: "text-success", words: "Done" },
  open: { icon: Circle, tone: "text-accent-ink", words: "To do" },
  unknown: { icon: CircleDashed, tone: "text-soft", words: "Only you can see whether this is done" },
} as const;

/** What to do, in order, for exactly this number. A step is ticked as soon as we can tell that it is done. */
export function RouteSteps({ steps }: { steps: Step[] }) {
  return (
    <ol class="grid gap-5">
      {steps.map((step) => (
        <li key={step.id} class="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
          <Tick done={step.done} />
          <div class="grid gap-2">
            <p class="font-medium">{step.title}</p>
            <p class="text-soft">{step.text}</p>
            {step.copy && <CopyText label={copyLabel(step.copy)} text={copyText(step.copy)} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Tick({ done }: { done: boolean | null }) {
  const { icon: Icon, tone, words } = STATES[done === null ? "unknown" : done ? "done" : "open"];
  return (
    <span class={`pt-0.5 ${tone}`}>
      <Icon size={21} aria-hidden="true" />
      <span class="sr-only">{words}: </span>
    </span>
  );
}

function copyLabel(text: string): string {
  if (text.startsWith("http")) return "Address";
  return text.startsWith("+") ? "Number" : "Server";
}

function copyText(text: string): string {
  return text.startsWith("+1") ? phoneText(text) : text;
}
