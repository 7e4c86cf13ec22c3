import { useState } from "preact/hooks";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import type { Caller } from "./callers-query.ts";

type Props = { callers: Caller[]; caller: string; onChange: (number: string) => void };

const OTHER = "other";

/** The number that the caller calls from. Another choice starts a new conversation. */
export function CallerChoice({ callers, caller, onChange }: Props) {
  const [other, setOther] = useState(false);
  const [number, setNumber] = useState("");
  return (
    <div class="grid gap-3">
      <Field id="try_caller" label="Who is calling?" hint="Another choice begins a new conversation.">
        {(field) => (
          <select
            {...field}
            class="select h-11"
            value={other ? OTHER : caller}
            onChange={({ currentTarget: { value } }) => {
              setOther(value === OTHER);
              if (value !== OTHER) onChange(value);
            }}
          >
            <option value="">A withheld number</option>
            {callers.map(({ number, label }) => (
              <option key={number} value={number}>
                {label}
              </option>
            ))}
            <option value={OTHER}>Another number…</option>
          </select>
        )}
      </Field>
      {other && (
        <form
          class="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (number.trim()) onChange(number.trim());
          }}
        >
          <label class="grid min-w-0 flex-1 basis-44 gap-1.5">
            <span class="font-medium">Their number</span>
            <input
              type="tel"
              inputMode="tel"
              autocomplete="off"
              placeholder="(520) 555-0142"
              class="tabular input h-11"
              value={number}
              onInput={(event) => setNumber(formatAsTyped(event.currentTarget))}
            />
          </label>
          <button type="submit" class="btn h-11">
            Call from it
          </button>
        </form>
      )}
    </div>
  );
}
