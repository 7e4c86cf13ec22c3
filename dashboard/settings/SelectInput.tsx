import type { ComponentChildren } from "preact";
import { Field } from "../components/Field.tsx";
import type { FieldName } from "./form-values.ts";
import { useField } from "./use-field.ts";

type Props = {
  name: FieldName;
  label: string;
  hint?: ComponentChildren;
  options: { value: string | number; label: string }[];
  /** The values of the options are numbers. */
  number?: boolean;
};

export function SelectInput({ name, label, hint, options, number = false }: Props) {
  const { input, error } = useField(name, number ? { valueAsNumber: true } : {});
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(field) => (
        <select {...field} {...input} class={`select h-11 ${number ? "tabular" : ""} ${error ? "select-error" : ""}`}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
