import type { UseFormReturn } from "react-hook-form";
import { Field } from "../components/Field.tsx";
import type { EnteredNumber, NumberValues } from "./number-form.ts";

export function LabelField({ form }: { form: UseFormReturn<NumberValues, unknown, EnteredNumber> }) {
  const error = form.formState.errors.label?.message;
  return (
    <Field id="label" label="Label" hint="Only you see it." error={error}>
      {(field) => (
        <input
          {...field}
          {...form.register("label")}
          autocomplete="off"
          placeholder="Main line"
          class={`input h-11 ${error ? "input-error" : ""}`}
        />
      )}
    </Field>
  );
}
