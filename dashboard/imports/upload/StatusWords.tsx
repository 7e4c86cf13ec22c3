import { useState } from "preact/hooks";
import { Card } from "../../components/Card.tsx";
import { STATUS_WORDS, STATUSES } from "../../reservations/status-words.ts";
import type { UnknownStatus } from "../list-reader/messages.ts";
import type { Status } from "../list-replies.ts";

type Props = {
  unknown: UnknownStatus[];
  chosen: Record<string, Status>;
  onChoose: (words: Record<string, Status>) => void;
};

/** The dispatch system's own words for a status, with the meaning that the operator chose, or still without one. */
export function StatusWords({ unknown, chosen, onChoose }: Props) {
  const [asked, setAsked] = useState<string[]>([]);
  const words = [...new Set([...Object.keys(chosen), ...asked, ...unknown.map(({ word }) => word)])];
  if (words.length === 0) return null;
  const set = (word: string, status: string) => {
    setAsked(words); // an answered word keeps its place
    const known = STATUSES.find((one) => one === status);
    const { [word]: _, ...others } = chosen;
    onChoose(known ? { ...others, [word]: known } : others);
  };
  return (
    <Card title="What your statuses mean">
      <p class="mb-4 text-soft">
        Your dispatch software uses words of its own. Callers still hear them; this tells the agent how far a ride is.
        As long as you leave one open, callers are told that the office has to confirm the status, and nobody is put
        through to the driver.
      </p>
      <ul class="grid gap-x-10 gap-y-3 md:grid-cols-2">
        {words.map((word) => (
          <li key={word} class="flex items-center gap-3">
            <span class="min-w-0 flex-1 font-medium">“{word}”</span>
            <select
              aria-label={`Meaning of ${word}`}
              class="select h-11 w-44"
              value={chosen[word] ?? ""}
              onChange={(event) => set(word, event.currentTarget.value)}
            >
              <option value="">Not said yet</option>
              {STATUSES.map((status) => (
                <option key={status} value={status}>
                  {status === "unknown" ? "Ask the office" : STATUS_WORDS[status]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </Card>
  );
}
