import { CircleCheck, PencilLine } from "lucide-preact";
import { Notice } from "../components/Notice.tsx";
import type { PhoneNumber } from "../replies.ts";
import { LabelField } from "./LabelField.tsx";
import { NumberFields } from "./NumberFields.tsx";
import type { Editing } from "./use-editing.ts";

type Props = { number: PhoneNumber; editing: Editing };

/** What can be changed about a number. The number itself cannot change; add another one instead. */
export function KnownNumberForm({ number, editing }: Props) {
  const { form, problem, submit, saved, discard } = editing;
  const { isSubmitting, isDirty } = form.formState;
  return (
    <form
      noValidate
      aria-label="Number settings"
      class="panel grid gap-7 p-5 sm:p-7"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 class="-mb-2 text-lg font-semibold">Settings</h2>
      {problem && <Notice kind="error">{problem}</Notice>}
      <div class="grid gap-6 sm:grid-cols-2">
        <LabelField form={form} />
      </div>
      {number.changes_at_retell && <NumberFields form={form} stored={number} />}
      <div class="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p role="status" class="mr-auto flex items-center gap-2 font-medium">
          {isDirty && <PencilLine size={18} aria-hidden="true" class="text-accent-ink" />}
          {!isDirty && saved && <CircleCheck size={18} aria-hidden="true" class="text-success" />}
          {isDirty ? "Unsaved changes" : saved ? "Saved." : ""}
        </p>
        {isDirty && (
          <button type="button" class="btn btn-ghost h-11" onClick={discard}>
            Discard
          </button>
        )}
        <button type="submit" class="btn btn-primary h-11 min-w-24" aria-disabled={isSubmitting}>
          {isSubmitting ? "Saving…" : "Save"}
        </button>
      </div>
    </form>
  );
}
