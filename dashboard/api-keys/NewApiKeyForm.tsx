import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";

type Props = { onCreated: (key: string) => void; onCancel: () => void };

export function NewApiKeyForm({ onCreated, onCancel }: Props) {
  const { onSubmit, busy, problem } = useSubmit(async ({ key_name = "" }) => {
    const { key } = await bodyOf(api["api-keys"].$post({ json: { name: key_name.trim() } }));
    onCreated(key);
  });
  return (
    <form
      noValidate
      aria-label="Create a key"
      class="grid gap-4 rounded-field border border-line p-4 sm:p-5"
      onSubmit={onSubmit}
    >
      {problem && !problem.fields.name && <Notice kind="error">{problem.message}</Notice>}
      <Field
        id="key_name"
        label="Name of the key"
        hint="The system that will use it. Each import shows this name."
        error={problem?.fields.name}
      >
        {(field) => (
          <input
            {...field}
            name="key_name"
            autocomplete="off"
            required
            maxLength={80}
            placeholder="Dispatch office PC"
            class={`input h-11 ${problem?.fields.name ? "input-error" : ""}`}
          />
        )}
      </Field>
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
          {busy ? "Creating…" : "Create the key"}
        </button>
      </div>
    </form>
  );
}
