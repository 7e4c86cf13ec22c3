import { KEY_SCOPES } from "../../worker/api-keys/key-scopes.ts";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { KEY_CHOICES, keyWords } from "./key-words.ts";

type Props = { onCreated: (key: string) => void; onCancel: () => void };

export function NewApiKeyForm({ onCreated, onCancel }: Props) {
  const { onSubmit, busy, problem } = useSubmit(async ({ key_name = "", may = "" }) => {
    const scopes = KEY_SCOPES.filter((scope) => may.split(" ").includes(scope));
    const { key } = await bodyOf(api["api-keys"].$post({ json: { name: key_name.trim(), scopes } }));
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
      <fieldset>
        <legend class="mb-2 font-medium">What it may do</legend>
        <div class="grid gap-2.5">
          {KEY_CHOICES.map(({ scopes, about }, n) => (
            <label
              key={about}
              class="flex min-h-11 cursor-pointer gap-3.5 rounded-field border border-line p-4 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
            >
              <input
                type="radio"
                name="may"
                value={scopes.join(" ")}
                defaultChecked={n === 0}
                class="radio mt-0.5 radio-sm border-(--edge) radio-primary"
              />
              <span>
                <span class="block font-medium">{keyWords(scopes)}</span>
                <span class="mt-0.5 block text-soft">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
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
