import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field } from "../components/Field.tsx";
import type { PhoneNumber } from "../replies.ts";
import { dateFormat } from "../times/date-format.ts";
import type { EnteredNumber, NumberValues } from "./number-form.ts";

type Props = { form: UseFormReturn<NumberValues, unknown, EnteredNumber>; stored: PhoneNumber | null };

/** A stored password is never shown; it can only be replaced or removed. */
export function TrunkPassword({ form, stored }: Props) {
  const error = form.formState.errors.sip_password?.message;
  const set = stored?.sip_password_set ?? false;
  const removing = useWatch({ control: form.control, name: "remove_password" });
  return (
    <div class="grid gap-1.5">
      <Field id="sip_password" label="Trunk password" hint={hint(stored)} error={error}>
        {(field) => (
          <input
            {...field}
            {...form.register("sip_password")}
            type="password"
            autocomplete="new-password"
            readOnly={removing}
            placeholder={set ? "••••••••" : ""}
            class={`input h-11 ${error ? "input-error" : ""}`}
          />
        )}
      </Field>
      {set && (
        <label class="flex min-h-11 cursor-pointer items-center gap-3 justify-self-start">
          <input
            {...form.register("remove_password", {
              onChange: () => form.setValue("sip_password", "", { shouldDirty: true }),
            })}
            type="checkbox"
            class="checkbox checkbox-sm border-(--edge)"
          />
          Remove the password
        </label>
      )}
    </div>
  );
}

function hint(stored: PhoneNumber | null): string {
  if (!stored?.sip_password_set) return "Stored encrypted and never shown again.";
  const at = stored.sip_password_set_at;
  const when = at === null ? "" : ` on ${dateFormat("en-US", { month: "long", day: "numeric" }).format(at)}`;
  return `Set${when}. Leave it empty to keep it.`;
}
