import { AsYouType } from "libphonenumber-js/min";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { toE164 } from "../../worker/phone/to-e164.ts";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import type { EnteredNumber, NumberValues } from "./number-form.ts";

const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** The number that callers dial, formatted while it is typed, with its E.164 form below. */
export function NumberField({ form }: { form: UseFormReturn<NumberValues, unknown, EnteredNumber> }) {
  const typed = useWatch({ control: form.control, name: "phone_number" });
  const error = form.formState.errors.phone_number?.message;
  return (
    <Field
      id="phone_number"
      label="Phone number"
      hint={
        understood(typed) ??
        "The number your callers dial. Outside the United States, start with + and the country code."
      }
      error={error}
    >
      {(field) => (
        <input
          {...field}
          {...form.register("phone_number")}
          type="tel"
          inputMode="tel"
          autocomplete="off"
          placeholder="(520) 555-0142"
          class={`tabular input h-11 ${error ? "input-error" : ""}`}
          onInput={(event) =>
            form.setValue("phone_number", formatAsTyped(event.currentTarget), {
              shouldDirty: true,
              shouldValidate: Boolean(error),
            })
          }
        />
      )}
    </Field>
  );
}

function understood(typed: string): string | null {
  const number = toE164(typed);
  if (!number) return null;
  const reader = new AsYouType();
  reader.input(number);
  const country = reader.getCountry();
  return `This is ${number}${country ? `, ${COUNTRIES.of(country)}` : ""}.`;
}
