import { useLocation } from "preact-iso";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { LabelField } from "./LabelField.tsx";
import { NumberField } from "./NumberField.tsx";
import { NumberFields } from "./NumberFields.tsx";
import { NumberFromUs } from "./NumberFromUs.tsx";
import { numberAddress } from "./number-address.ts";
import type { EnteredNumber } from "./number-form.ts";
import { useNumberForm } from "./use-number-form.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

/** Adds a number. Its provider can be entered now or later. */
export function NewNumberPage() {
  const { route } = useLocation();
  const changed = useNumbersChanged();
  const { form, problem, submit } = useNumberForm(null, async ({ remove_password: _, ...json }: EnteredNumber) => {
    const { id } = await bodyOf(api["phone-numbers"].$post({ json }));
    void changed();
    route(`${numberAddress(id)}?added=true`, true);
  });
  const { isSubmitting } = form.formState;
  return (
    <div class="grid gap-5">
      <h1 class="text-2xl font-semibold">Add a number</h1>
      <NumberFromUs />
      <form
        noValidate
        aria-label="Add a number"
        class="panel grid gap-7 p-5 sm:p-7"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 class="-mb-2 text-lg font-semibold">Add a number that you have</h2>
        {problem && <Notice kind="error">{problem}</Notice>}
        <div class="grid gap-6 sm:grid-cols-2">
          <NumberField form={form} />
          <LabelField form={form} />
        </div>
        <NumberFields form={form} stored={null} />
        <div class="flex flex-wrap justify-end gap-2">
          <a class="btn btn-ghost h-11" href="/numbers">
            Cancel
          </a>
          <button type="submit" class="btn btn-primary h-11" aria-disabled={isSubmitting}>
            {isSubmitting ? "Adding…" : "Add the number"}
          </button>
        </div>
      </form>
    </div>
  );
}
