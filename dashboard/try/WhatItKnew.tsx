import { Card } from "../components/Card.tsx";
import { knownFacts } from "./known-facts.ts";
import { type TryEntry, transferWords } from "./try-entries.ts";
import type { Variables } from "./try-replies.ts";

/** What the agent knew when it answered, and whether it may connect the caller. */
export function WhatItKnew({ variables, entries }: { variables: Variables; entries: TryEntry[] }) {
  const transfer = transferWords(entries);
  return (
    <div class="grid gap-5">
      <Card title="What the agent knew">
        <dl class="grid gap-2">
          {knownFacts(variables).map(([label, words]) => (
            <div key={label}>
              <dt class="text-sm text-soft">{label}</dt>
              <dd class="tabular">{words}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="Connecting to the driver">
        <p role="status">
          {transfer === null && <span class="text-soft">Decided once a look-up has found a reservation.</span>}
          {transfer && (
            <>
              <span class="font-medium">{transfer.offered ? "May be offered." : "Not offered."}</span> {transfer.reason}
            </>
          )}
        </p>
      </Card>
    </div>
  );
}
