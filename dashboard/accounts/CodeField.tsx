import { Field } from "../components/Field.tsx";

type Props = { label: string; recovery?: boolean };

/** Six digits from an authenticator, or a recovery code. */
export function CodeField({ label, recovery = false }: Props) {
  return (
    <Field id="code" label={label}>
      {(field) => (
        <input
          {...field}
          key={label}
          name="code"
          required
          autocomplete="one-time-code"
          inputMode={recovery ? "text" : "numeric"}
          autocapitalize="none"
          spellcheck={false}
          maxLength={recovery ? 11 : 6}
          class="input h-11 font-mono"
        />
      )}
    </Field>
  );
}
