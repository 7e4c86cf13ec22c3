import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import type { Driver } from "../imports/list-replies.ts";
import { useListsChanged } from "../imports/use-lists-changed.ts";

type Props = { driver: Driver | { name: string }; onClose: () => void };

/** Adds or edits a driver. */
export function DriverDialog({ driver, onClose }: Props) {
  const known = "id" in driver ? driver : null;
  const changed = useListsChanged();
  const { onSubmit, busy, problem } = useSubmit(async (values) => {
    const json = {
      name: values.name?.trim() ?? "",
      phone: values.phone?.trim() || null,
      available_days: values.available_days?.trim() || null,
    };
    if (known) await bodyOf(api.drivers[":id"].$patch({ param: { id: known.id }, json }));
    else await bodyOf(api.drivers.$post({ json }));
    onClose();
    void changed();
  });
  const refused = problem?.fields ?? {};
  return (
    <Dialog title={known ? `Edit ${known.name}` : "Add a driver"} onClose={onClose}>
      <form noValidate class="mt-4 grid gap-4" onSubmit={onSubmit}>
        {problem && Object.keys(refused).length === 0 && <Notice kind="error">{problem.message}</Notice>}
        <Field id="name" label="Name" hint="Exactly as it appears in your reservations." error={refused.name}>
          {(field) => (
            <input
              {...field}
              name="name"
              autocomplete="off"
              required
              defaultValue={driver.name}
              class={`input h-11 ${refused.name ? "input-error" : ""}`}
            />
          )}
        </Field>
        <Field id="phone" label="Phone" hint="Verified callers are put through to this number." error={refused.phone}>
          {(field) => (
            <input
              {...field}
              name="phone"
              type="tel"
              autocomplete="off"
              placeholder="(520) 555-0161"
              defaultValue={known?.phone_e164 ? phoneText(known.phone_e164) : (known?.phone ?? "")}
              class={`tabular input h-11 ${refused.phone ? "input-error" : ""}`}
              onInput={(event) => formatAsTyped(event.currentTarget)}
            />
          )}
        </Field>
        <Field
          id="available_days"
          label="Available days"
          hint="For your office, in your own words."
          error={refused.available_days}
        >
          {(field) => (
            <input
              {...field}
              name="available_days"
              autocomplete="off"
              placeholder="Sat, Sun"
              defaultValue={known?.available_days ?? ""}
              class="input h-11"
            />
          )}
        </Field>
        <div class="mt-2 flex flex-wrap justify-end gap-2">
          <button type="button" class="btn btn-ghost h-11" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
            {busy ? "Saving…" : known ? "Save" : "Add the driver"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
