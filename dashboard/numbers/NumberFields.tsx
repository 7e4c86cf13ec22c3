import type { UseFormReturn } from "react-hook-form";
import { useWatch } from "react-hook-form";
import { TRANSPORTS } from "../../worker/numbers/trunk-words.ts";
import { Field } from "../components/Field.tsx";
import type { PhoneNumber } from "../replies.ts";
import type { EnteredNumber, NumberValues } from "./number-form.ts";
import { ProviderChoice } from "./ProviderChoice.tsx";
import { ProviderSteps } from "./ProviderSteps.tsx";
import { guideOf } from "./provider-guides.ts";
import { TrunkPassword } from "./TrunkPassword.tsx";

type Props = {
  form: UseFormReturn<NumberValues, unknown, EnteredNumber>;
  /** Null for a new number. */
  stored: PhoneNumber | null;
};

const TRANSPORT_WORDS: Record<(typeof TRANSPORTS)[number], string> = {
  TCP: "TCP (usual)",
  TLS: "TLS (encrypted)",
  UDP: "UDP",
};

/** The phone provider, its steps, and the trunk that calls come through. */
export function NumberFields({ form, stored }: Props) {
  const { errors } = form.formState;
  const guide = guideOf(useWatch({ control: form.control, name: "sip_trunk_provider" }));
  return (
    <>
      <ProviderChoice form={form} />
      <div class="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
        <ProviderSteps guide={guide} />
        <div class="grid gap-6">
          <Field
            id="sip_trunk_uri"
            label="Trunk address"
            hint={guide?.addressHint ?? "Your provider calls it the termination URI."}
            error={errors.sip_trunk_uri?.message}
          >
            {(field) => (
              <input
                {...field}
                {...form.register("sip_trunk_uri")}
                placeholder={guide?.address ?? "desert.pstn.twilio.com"}
                autocapitalize="none"
                autocomplete="off"
                spellcheck={false}
                class={`input h-11 ${errors.sip_trunk_uri ? "input-error" : ""}`}
              />
            )}
          </Field>
          <Field
            id="sip_username"
            label="Trunk user name"
            hint="As the provider shows it, if the trunk asks for one."
            error={errors.sip_username?.message}
          >
            {(field) => (
              <input
                {...field}
                {...form.register("sip_username")}
                autocapitalize="none"
                autocomplete="off"
                spellcheck={false}
                class={`input h-11 ${errors.sip_username ? "input-error" : ""}`}
              />
            )}
          </Field>
          <TrunkPassword form={form} stored={stored} />
          <Field
            id="sip_transport"
            label="Transport"
            hint="Leave this unless your provider asks for another one."
            error={errors.sip_transport?.message}
          >
            {(field) => (
              <select {...field} {...form.register("sip_transport")} class="select h-11">
                {[...TRANSPORTS].sort().map((transport) => (
                  <option key={transport} value={transport}>
                    {TRANSPORT_WORDS[transport]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </div>
    </>
  );
}
