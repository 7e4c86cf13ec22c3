import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { messageSettingsBody } from "../../worker/messages/message-schema.ts";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useOneAtATime } from "../components/use-one-at-a-time.ts";
import type { MessageSettings } from "../messages/message-replies.ts";
import { RequestError } from "../request-error.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { MailedCategories } from "./MailedCategories.tsx";

export type MessageValues = z.input<typeof messageSettingsBody>;

type Props = { settings: MessageSettings; operatorEmail: string };

export function MessagesForm({ settings, operatorEmail }: Props) {
  const queries = useQueryClient();
  const once = useOneAtATime();
  const [problem, setProblem] = useState("");
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<MessageValues, unknown, MessageSettings>({
    defaultValues: valuesOf(settings),
    resolver: zodResolver(messageSettingsBody),
  });
  const { isDirty, isSubmitting, errors } = formState;
  useUnsaved(isDirty);
  const save = async (json: MessageSettings) => {
    setProblem("");
    setSaved(false);
    try {
      const now = await bodyOf(api["message-settings"].$put({ json }));
      queries.setQueryData(["message-settings"], now);
      reset(valuesOf(now));
      setSaved(true);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const { address } = error.fields;
      if (address) setError("address", { message: address }, { shouldFocus: true });
      else setProblem(error.message);
    }
  };
  return (
    <form
      noValidate
      aria-label="Messages"
      class="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void once(handleSubmit(save));
      }}
    >
      <Field
        id="message_address"
        label="Mail address for messages"
        hint="Leave it empty to use the address shown in gray."
        error={errors.address?.message}
      >
        {(field) => (
          <input
            {...field}
            {...register("address")}
            type="email"
            inputMode="email"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={operatorEmail}
            class={`input h-11 ${errors.address ? "input-error" : ""}`}
          />
        )}
      </Field>
      <MailedCategories input={register("categories")} />
      {problem && <Notice kind="error">{problem}</Notice>}
      {saved && !isDirty && <Notice kind="success">Saved. The next message uses it.</Notice>}
      <div class="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {isDirty && <p class="font-medium text-accent-ink">Not saved yet</p>}
        {isDirty && (
          <button type="button" class="btn btn-ghost h-11" onClick={() => reset()}>
            Discard
          </button>
        )}
        <button type="submit" class={`btn h-11 ${isDirty ? "btn-primary" : ""}`} aria-disabled={isSubmitting}>
          {isSubmitting ? "Saving…" : "Save message settings"}
        </button>
      </div>
    </form>
  );
}

function valuesOf({ address, categories }: MessageSettings): MessageValues {
  return { address: address ?? "", categories };
}
