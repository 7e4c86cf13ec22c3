import { CircleCheck, CircleX, Wrench } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ToolUse } from "./conversation.ts";
import { LongText } from "./LongText.tsx";
import { toolWords } from "./tool-words.ts";

/** A tool that the agent used during a call: a short version, and the full data on request. */
export function ToolUsed({ use }: { use: ToolUse }) {
  const { title, given, outcome, detail } = toolWords(use);
  const [open, setOpen] = useState(false);
  const Icon = outcome?.good ? CircleCheck : CircleX;
  return (
    <div class="rounded-field border border-line px-3.5 py-3 sm:mx-8">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p class="flex items-center gap-2 font-medium">
          <Wrench size={16} aria-hidden="true" class="shrink-0 text-accent-ink" /> {title}
        </p>
        {outcome && (
          <p class={`flex items-center gap-1.5 text-sm font-medium ${outcome.good ? "text-success" : "text-warning"}`}>
            <Icon size={16} aria-hidden="true" /> {outcome.words}
          </p>
        )}
      </div>
      {given.length > 0 && (
        <dl class="mt-1.5 grid gap-x-4 gap-y-0.5 text-sm">
          {given.map(([label, value]) => (
            <div key={label} class="flex flex-wrap gap-x-1.5">
              <dt class="text-soft">{label}:</dt>
              <dd class="tabular min-w-0">
                <LongText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {detail && (
        <p class="mt-1.5 text-sm">
          <LongText text={detail} />
        </p>
      )}
      {(given.length > 0 || use.result !== null) && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary class="link -mb-2 flex min-h-11 cursor-pointer items-center text-sm text-soft">
            Show the full data
          </summary>
          {open && (
            <div class="mt-2 grid gap-2">
              <FullData name="Sent" value={use.given} />
              <FullData name="Received" value={use.result} />
            </div>
          )}
        </details>
      )}
    </div>
  );
}

function FullData({ name, value }: { name: string; value: ToolUse["given"] }) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <div>
      <p class="text-sm text-soft">{name}</p>
      <pre class="rounded-field bg-base-200 px-3 py-2 text-xs whitespace-pre-wrap">
        {text === "null" ? "nothing" : text}
      </pre>
    </div>
  );
}
