import type { UseFormReturn } from "react-hook-form";
import { type NewNumber, TRUNK_PROVIDERS } from "../../../worker/numbers/number-schema.ts";
import { Field } from "../../components/Field.tsx";
import type { NumberValues } from "./NewNumberForm.tsx";

const PROVIDER_NAMES: Record<(typeof TRUNK_PROVIDERS)[number], string> = {
  twilio: "Twilio",
  telnyx: "Telnyx",
  vonage: "Vonage",
  other: "Another provider",
};

/** How the phone provider hands calls over. All of it can be filled in later. */
export function TrunkFields({ form }: { form: UseFormReturn<NumberValues, unknown, NewNumber> }) {
  const { errors } = form.formState;
  const refused = Boolean(errors.sip_trunk_uri ?? errors.sip_username ?? errors.sip_password);
  return (
    <details open={refused || undefined}>
      <summary class="flex min-h-11 cursor-pointer items-center font-medium">
        SIP trunk, if you already have one
      </summary>
      <div class="mt-3 grid gap-6 sm:grid-cols-2">
        <Field id="sip_trunk_provider" label="Provider">
          {(field) => (
            <select {...field} {...form.register("sip_trunk_provider")} class="select h-11">
              <option value="">Not chosen</option>
              {TRUNK_PROVIDERS.map((provider) => (
                <option key={provider} value={provider}>
                  {PROVIDER_NAMES[provider]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          id="sip_trunk_uri"
          label="Trunk address"
          hint="Your provider calls it the termination URI."
          error={errors.sip_trunk_uri?.message}
        >
          {(field) => (
            <input
              {...field}
              {...form.register("sip_trunk_uri")}
              placeholder="desert.pstn.twilio.com"
              autocapitalize="none"
              spellcheck={false}
              class="input h-11"
            />
          )}
        </Field>
        <Field id="sip_username" label="User name" error={errors.sip_username?.message}>
          {(field) => (
            <input
              {...field}
              {...form.register("sip_username")}
              autocomplete="off"
              spellcheck={false}
              class="input h-11"
            />
          )}
        </Field>
        <Field
          id="sip_password"
          label="Password"
          hint="Stored encrypted, and never shown again."
          error={errors.sip_password?.message}
        >
          {(field) => (
            <input
              {...field}
              {...form.register("sip_password")}
              type="password"
              autocomplete="new-password"
              class="input h-11"
            />
          )}
        </Field>
      </div>
    </details>
  );
}
