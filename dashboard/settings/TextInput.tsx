import type { ComponentChildren } from "preact";
import { Field } from "../components/Field.tsx";
import type { FieldName } from "./form-values.ts";
import { useField } from "./use-field.ts";

type Props = {
  name: FieldName;
  label: string;
  hint?: ComponentChildren;
  placeholder?: string;
  autocomplete?: string;
  inputMode?: "email" | "numeric";
  required?: boolean;
  /** For whole numbers; the field is narrow. */
  number?: { min: number; max: number };
};

export function TextInput({ name, label, hint, number, required = false, ...attributes }: Props) {
  const { input, error } = useField(name, number ? { valueAsNumber: true } : {});
  return (
    <Field
      id={name}
      label={
        <>
          {label} {required && <span class="font-normal text-soft">(required)</span>}
        </>
      }
      hint={hint}
      error={error}
    >
      {(field) => (
        <input
          {...field}
          {...attributes}
          {...input}
          {...(number && { type: "number" as const, ...number, step: 1 })}
          aria-required={required}
          class={`input h-11 ${number ? "max-w-32 tabular" : ""} ${error ? "input-error" : ""}`}
        />
      )}
    </Field>
  );
}
