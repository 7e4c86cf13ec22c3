import { Field } from "../components/Field.tsx";

type Props = {
  name: string;
  label: string;
  /** What an operator without one needs to know. */
  hint: string;
  set: boolean;
  error: string | undefined;
};

/** A secret goes in and is never shown again; empty keeps the one that is stored. */
export function SecretField({ name, label, hint, set, error }: Props) {
  return (
    <Field id={name} label={label} hint={set ? "One is stored. Leave this empty to keep it." : hint} error={error}>
      {(field) => (
        <input
          {...field}
          name={name}
          type="password"
          autocomplete="new-password"
          placeholder={set ? "••••••••" : ""}
          class={`input h-11 ${error ? "input-error" : ""}`}
        />
      )}
    </Field>
  );
}
