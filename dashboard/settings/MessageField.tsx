import { Plus } from "lucide-preact";
import { useRef } from "preact/hooks";
import { useFormContext, useWatch } from "react-hook-form";
import { MESSAGE_LENGTH } from "../../worker/settings/config-schema.ts";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import { PLACEHOLDERS, problemIn } from "../../worker/settings/message-template.ts";
import { Field } from "../components/Field.tsx";
import type { FormValues } from "./form-values.ts";
import { useField } from "./use-field.ts";
import { useSpoken } from "./use-spoken.ts";

type Props = { name: "welcome_message" | "after_hours_message"; label: string; hint: string };

const AFTER_HOURS =
  "Our office is closed at the moment. Our hours are {{business_hours}}. I can look up your reservation or take a message for the dispatcher.";

const INSERTS = { company_name: "Company name", business_hours: "Business hours" };

export function MessageField({ name, label, hint }: Props) {
  const { input, error } = useField(name);
  const { setValue, getValues } = useFormContext<FormValues>();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const text = useWatch<FormValues, typeof name>({ name }) ?? "";
  const verification = useWatch<FormValues, "verification">({ name: "verification" });
  const insert = (placeholder: string) => {
    const at = area.current?.selectionStart ?? text.length;
    const current = getValues(name) ?? "";
    setValue(name, `${current.slice(0, at)}{{${placeholder}}}${current.slice(area.current?.selectionEnd ?? at)}`, {
      shouldDirty: true,
    });
    area.current?.focus();
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
            placeholder={name === "welcome_message" ? DEFAULT_WELCOME[verification] : AFTER_HOURS}
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
