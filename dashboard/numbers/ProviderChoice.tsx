import type { UseFormReturn } from "react-hook-form";
import { TRUNK_PROVIDERS } from "../../worker/numbers/trunk-words.ts";
import type { EnteredNumber, NumberValues } from "./number-form.ts";
import { GUIDES } from "./provider-guides.ts";

export function ProviderChoice({ form }: { form: UseFormReturn<NumberValues, unknown, EnteredNumber> }) {
  const error = form.formState.errors.sip_trunk_provider?.message;
  return (
    <fieldset aria-describedby={error ? "sip_trunk_provider-error" : undefined}>
      <legend class="mb-2 font-medium">Who provides your phone service?</legend>
      <div class="grid grid-cols-2 gap-2.5 sm:grid-cols-4">
        {TRUNK_PROVIDERS.map((provider) => (
          <label
            key={provider}
            class="flex min-h-12 cursor-pointer items-center gap-3 rounded-field border border-line px-3.5 py-2.5 font-medium hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
          >
            <input
              {...form.register("sip_trunk_provider")}
              type="radio"
              value={provider}
              class="radio radio-sm border-(--edge) radio-primary"
            />
            {GUIDES[provider].name}
          </label>
        ))}
      </div>
      {error && (
        <p id="sip_trunk_provider-error" class="mt-1.5 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
