import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState } from "preact/hooks";
import { type FieldPath, useForm } from "react-hook-form";
import type * as z from "zod";
import { type NewNumber, newNumber } from "../../../worker/numbers/number-schema.ts";
import { api, bodyOf } from "../../api.ts";
import { Field } from "../../components/Field.tsx";
import { formatAsTyped } from "../../components/format-as-typed.ts";
import { Notice } from "../../components/Notice.tsx";
import { phoneText } from "../../phone-text.ts";
import { RequestError } from "../../request-error.ts";
import { useOneAtATime } from "../../use-one-at-a-time.ts";
import { useUnsaved } from "../../use-unsaved.ts";
import { TrunkFields } from "./TrunkFields.tsx";
import { useNumbersChanged } from "./use-numbers-changed.ts";

export type NumberValues = z.input<typeof newNumber>;

const EMPTY: NumberValues = {
  phone_number: "",
  label: "",
  sip_trunk_provider: "",
  sip_trunk_uri: "",
  sip_username: "",
  sip_password: "",
};

type Props = {
  /** Gets what to tell the operator, unless nothing was added. */
  onDone: (added?: string) => void;
};

export function NewNumberForm({ onDone }: Props) {
  const changed = useNumbersChanged();
  const once = useOneAtATime();
  const [problem, setProblem] = useState("");
  const form = useForm<NumberValues, unknown, NewNumber>({ defaultValues: EMPTY, resolver: zodResolver(newNumber) });
  const { register, setValue, setError, setFocus, handleSubmit, formState } = form;
  const add = async (number: NewNumber) => {
    setProblem("");
    try {
      const { phone_number } = await bodyOf(api["phone-numbers"].$post({ json: number }));
      await changed();
      onDone(`${phoneText(phone_number)} is added. Your agent knows its calls from now on.`);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const reasons = Object.entries(error.fields).filter(
        (entry): entry is [FieldPath<NumberValues>, string] => entry[0] in EMPTY,
      );
      for (const [name, message] of reasons) setError(name, { message }, { shouldFocus: true });
      if (reasons.length === 0) setProblem(error.message);
    }
  };
  useUnsaved(formState.isDirty);
  useEffect(() => setFocus("phone_number"), []);
  const phone = register("phone_number");
  return (
    <form
      noValidate
      aria-label="Add a number"
      class="grid gap-6 rounded-field border border-line p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void once(handleSubmit(add));
      }}
    >
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="grid gap-6 sm:grid-cols-2">
        <Field
          id="phone_number"
          label="Phone number"
          hint="The one your callers dial."
          error={formState.errors.phone_number?.message}
        >
          {(field) => (
            <input
              {...field}
              {...phone}
              type="tel"
              inputMode="tel"
              autocomplete="off"
              placeholder="(520) 555-0142"
              class={`tabular input h-11 ${formState.errors.phone_number ? "input-error" : ""}`}
              onInput={(event) => setValue("phone_number", formatAsTyped(event.currentTarget), { shouldDirty: true })}
            />
          )}
        </Field>
        <Field id="label" label="Label" hint="Only you see it." error={formState.errors.label?.message}>
          {(field) => <input {...field} {...register("label")} placeholder="Main line" class="input h-11" />}
        </Field>
      </div>
      <TrunkFields form={form} />
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={() => onDone()}>
          Cancel
        </button>
        <button type="submit" class="btn btn-primary h-11" aria-disabled={formState.isSubmitting}>
          {formState.isSubmitting ? "Adding…" : "Add the number"}
        </button>
      </div>
    </form>
  );
}
