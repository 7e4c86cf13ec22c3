import { useController } from "react-hook-form";
import { Combobox } from "../components/Combobox.tsx";
import { Field } from "../components/Field.tsx";
import type { FormValues } from "./form-values.ts";
import { timeZones } from "./time-zones.ts";

export function TimeZoneField() {
  const { field, fieldState } = useController<FormValues, "timezone">({ name: "timezone" });
  return (
    <Field
      id="timezone"
      label="Time zone"
      hint="Your hours are in this time zone. Type a city, a state or a zone to find it."
      error={fieldState.error?.message}
    >
      {(attributes) => (
        <Combobox
          field={attributes}
          options={timeZones()}
          value={field.value}
          onChange={field.onChange}
          inputRef={field.ref}
        />
      )}
    </Field>
  );
}
