import { Field } from "./Field.tsx";

type Props = { autocomplete?: "username" | "email"; value?: string; error?: string | undefined };

export function EmailField({ autocomplete = "username", value, error }: Props) {
  return (
    <Field id="email" label="E-mail" error={error}>
      {(field) => (
        <input
          {...field}
          name="email"
          type="email"
          inputMode="email"
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          required
          maxLength={254}
          defaultValue={value}
          class={`input h-11 ${error ? "input-error" : ""}`}
        />
      )}
    </Field>
  );
}
