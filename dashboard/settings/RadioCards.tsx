import { keysOf } from "../../worker/lib/field-table.ts";
import type { FieldName } from "./form-values.ts";
import { useField } from "./use-field.ts";

type Props<Value extends string> = {
  name: FieldName;
  legend: string;
  titles: Record<Value, string>;
  /** A sentence that explains each option, in the order in which they are shown. */
  about: Record<Value, string>;
};

/** A choice between a few options. */
export function RadioCards<Value extends string>({ name, legend, titles, about }: Props<Value>) {
  const { input, error } = useField(name);
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend class="mb-2 font-medium">{legend}</legend>
      <div class="grid gap-2.5">
        {keysOf(about).map((value) => (
          <label
            key={value}
            class="flex min-h-11 cursor-pointer gap-3.5 rounded-field border border-line p-4 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              {...input}
              type="radio"
              value={value}
              aria-describedby={`${name}-${value}`}
              class="radio mt-0.5 radio-sm border-(--edge) radio-primary"
            />
            <span>
              <span class="block font-medium">{titles[value]}</span>
              <span id={`${name}-${value}`} class="mt-0.5 block text-soft">
                {about[value]}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} class="mt-1.5 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
