import { Building2, CircleCheck, CircleDashed, MoonStar } from "lucide-preact";
import type { Overview } from "../replies.ts";
import { clock } from "../times/moment.ts";

/** Who answers a call right now, and until when, as the server decides and says it. */
export function AnswersNow({ state, now }: { state: Overview; now: number }) {
  const { office, answers_now: answers, live } = state;
  const Icon = answers === "office_then_agent" ? Building2 : MoonStar;
  return (
    <section
      aria-label="Who answers now"
      class="flex flex-wrap items-center gap-x-10 gap-y-6 rounded-box bg-[oklch(25%_0.06_266)] p-6 text-[oklch(96%_0.01_262)] sm:p-8 dark:border dark:border-line"
    >
      <div class="min-w-0 flex-1 basis-72">
        <Liveness live={live} />
        <p class="mt-4 flex items-start gap-3 text-2xl leading-tight font-semibold sm:text-[1.75rem]">
          <Icon size={30} aria-hidden="true" class="mt-0.5 shrink-0 text-[oklch(82%_0.125_76)]" />
          {headline(state)}
        </p>
        <p class="mt-2 text-[oklch(86%_0.02_262)]">{whatElse(state)}</p>
      </div>
      {office && (
        <dl class="grid gap-1 tabular sm:text-right">
          <dt class="sr-only">Local time</dt>
          <dd class="text-4xl font-semibold tracking-tight">{clock(now, office.timezone)}</dd>
          <dt class="sr-only">Office hours</dt>
          <dd class="max-w-72 text-[oklch(86%_0.02_262)]">
            Office {office.open ? "open" : "closed"} · {office.hours_text}
          </dd>
        </dl>
      )}
    </section>
  );
}

function Liveness({ live }: { live: boolean }) {
  const Icon = live ? CircleCheck : CircleDashed;
  return (
    <span
      class={`inline-flex h-7 items-center gap-1.5 rounded-full border border-current/40 px-2.5 text-sm font-semibold ${live ? "text-[oklch(84%_0.13_160)]" : "text-[oklch(86%_0.1_78)]"}`}
    >
      <Icon size={15} aria-hidden="true" />
      {live ? "Live" : "Not live yet"}
    </span>
  );
}

function headline({ configured, live, said }: Overview): string {
  if (!configured) return "Your agent is not set up yet";
  if (!live || !said) return "Calls do not reach your agent yet";
  return said.now;
}

function whatElse({ configured, live, said }: Overview): string {
  if (!configured || !said) return "Set-up takes five minutes: name, hours, and when the agent should answer.";
  return live ? said.why : `Once they do: ${said.now} ${said.why}`;
}
