import { useFormContext } from "react-hook-form";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import type { FormValues } from "./form-values.ts";
import { useField } from "./use-field.ts";

type Props = { name: "operator_phone" | "office_phone"; label: string; hint: string };

export function PhoneInput({ name, label, hint }: Props) {
  const { input, error } = useField(name);
  const { setValue } = useFormContext<FormValues>();
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(field) => (
        <input
          {...field}
          {...input}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          placeholder="(520) 555-0142"
          class={`tabular input h-11 ${error ? "input-error" : ""}`}
          onInput={(event) => {
            const formatted = formatAsTyped(event.currentTarget);
            setValue(name, formatted, { shouldDirty: true, shouldValidate: Boolean(error) });
          }}
        />
      )}
    </Field>
  );
}
