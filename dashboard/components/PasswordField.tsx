import { Eye, EyeOff } from "lucide-preact";
import { useState } from "preact/hooks";
import { Field } from "./Field.tsx";

type Props = {
  label: string;
  name: string;
  autocomplete: "current-password" | "new-password";
  hint?: string;
  error?: string | undefined;
};

const SHOWN = { type: "text" } as const;
const HIDDEN = { type: "password" } as const;

/** A password field with a button that shows the password; pasting and password managers work. */
export function PasswordField({ label, name, autocomplete, hint, error }: Props) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(field) => (
        <div class="relative">
          <input
            {...field}
            name={name}
            {...(shown ? SHOWN : HIDDEN)}
            autocomplete={autocomplete}
            required
            spellcheck={false}
            autocapitalize="none"
            class={`input h-11 pr-12 ${error ? "input-error" : ""}`}
          />
          <button
            type="button"
            class="btn btn-ghost btn-square absolute inset-y-0 right-0 z-10 size-11"
            aria-label={shown ? "Hide password" : "Show password"}
            aria-pressed={shown}
            onClick={() => setShown((is) => !is)}
          >
            <Icon size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </Field>
  );
}
