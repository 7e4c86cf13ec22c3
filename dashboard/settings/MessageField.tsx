import { Plus } from "lucide-preact";
import { useRef } from "preact/hooks";
import { useFormContext, useWatch } from "react-hook-form";
import { MESSAGE_LENGTH } from "../../worker/settings/config-schema.ts";
import { PLACEHOLDERS, problemIn } from "../../worker/settings/message-template.ts";
import { Field } from "../components/Field.tsx";
import type { FormValues } from "./form-values.ts";
import { inserted } from "./inserted.ts";
import { useField } from "./use-field.ts";
import { useSpoken } from "./use-spoken.ts";

type Props = {
  name: "welcome_message" | "open_welcome_message" | "after_hours_message";
  label: string;
  hint: string;
  /** A text that a button, named `offer`, puts into the field. */
  suggestion: string;
  offer: string;
};

const INSERTS = { company_name: "Company name", business_hours: "Business hours" };

/** A text that the agent speaks. What is in the field is what callers hear; there is no text that only looks like it. */
export function MessageField({ name, label, hint, suggestion, offer }: Props) {
  const { input, error } = useField(name);
  const { setValue, getValues } = useFormContext<FormValues>();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const visited = useRef(false); // before that, the browser's own idea of the cursor is the beginning
  const text = useWatch<FormValues, typeof name>({ name }) ?? "";
  const put = (next: string) => {
    setValue(name, next, { shouldDirty: true });
    area.current?.focus();
  };
  const insert = (placeholder: string) => {
    const current = getValues(name) ?? "";
    const from = (visited.current && area.current?.selectionStart) || 0;
    const start = visited.current ? from : current.length;
    const end = visited.current ? (area.current?.selectionEnd ?? start) : start;
    put(inserted(current, { start, end }, `{{${placeholder}}}`));
  };
  return (
    <Field id={name} label={label} note={hint} error={error ?? problemIn(text) ?? undefined}>
      {(field) => (
        <>
          <textarea
            {...field}
            {...input}
            ref={(element) => {
              area.current = element;
              input.ref(element);
            }}
            rows={3}
            onFocus={() => {
              visited.current = true;
            }}
            class={`textarea min-h-24 leading-relaxed ${error ? "textarea-error" : ""}`}
          />
          <div class="flex flex-wrap items-center gap-2">
            {PLACEHOLDERS.map((placeholder) => (
              <button
                key={placeholder}
                type="button"
                class="btn min-h-11 gap-1.5 px-3 text-sm font-medium"
                onClick={() => insert(placeholder)}
              >
                <Plus size={15} aria-hidden="true" /> {INSERTS[placeholder]}
                <span class="sr-only"> into {label.toLowerCase()}</span>
              </button>
            ))}
            {text.trim() !== suggestion && (
              <button type="button" class="btn min-h-11 px-3 text-sm font-medium" onClick={() => put(suggestion)}>
                {offer}
                <span class="sr-only"> for {label.toLowerCase()}</span>
              </button>
            )}
            <span class={`tabular ml-auto text-sm ${text.length > MESSAGE_LENGTH ? "text-error" : "text-soft"}`}>
              {text.length.toLocaleString("en-US")} of {MESSAGE_LENGTH.toLocaleString("en-US")}
            </span>
          </div>
          <Spoken name={name} />
        </>
      )}
    </Field>
  );
}

function Spoken({ name }: { name: Props["name"] }) {
  const spoken = useSpoken()[name];
  if (!spoken) return null;
  return (
    <p class="border-l-2 border-accent pl-3.5 text-sm">
      <span class="text-soft">Callers hear: </span>“{spoken}”
    </p>
  );
}
