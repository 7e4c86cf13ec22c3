import { Field } from "../components/Field.tsx";

type Props = { name: string; label: string; hint: string; value: string; error: string | undefined };

/** A public part of the operator's account at a carrier. */
export function CarrierTextField({ name, label, hint, value, error }: Props) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(field) => (
        <input
          {...field}
          name={name}
          defaultValue={value}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          class={`input h-11 font-mono ${error ? "input-error" : ""}`}
        />
      )}
    </Field>
  );
}
