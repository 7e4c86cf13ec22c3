import { PasswordField } from "./PasswordField.tsx";

/** The field for a password that is chosen, with what it must be like. */
export function NewPasswordField({ label, error }: { label: string; error?: string | undefined }) {
  return (
    <PasswordField
      label={label}
      name="password"
      autocomplete="new-password"
      hint="8 to 128 characters. A few words in a row are easy to remember and hard to guess."
      error={error}
    />
  );
}
