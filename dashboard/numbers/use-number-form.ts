import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "preact/hooks";
import { type FieldPath, useForm } from "react-hook-form";
import { useOneAtATime } from "../components/use-one-at-a-time.ts";
import type { PhoneNumber } from "../replies.ts";
import { RequestError } from "../request-error.ts";
import { useUnsaved } from "../shell/use-unsaved.ts";
import { type EnteredNumber, type NumberValues, numberForm, numberValues } from "./number-form.ts";

/**
 * The form of a number. `send` stores what was entered and throws a RequestError to refuse; reasons are shown at their
 * fields, and `problem` holds a reason that belongs to none. `submit` resolves to whether it was stored.
 */
export function useNumberForm(stored: PhoneNumber | null, send: (entered: EnteredNumber) => Promise<unknown>) {
  const once = useOneAtATime();
  const [problem, setProblem] = useState("");
  const form = useForm<NumberValues, unknown, EnteredNumber>({
    defaultValues: numberValues(stored),
    resolver: zodResolver(numberForm),
  });
  const { setError, handleSubmit, formState } = form;
  useUnsaved(formState.isDirty);

  /** False if the refusal names no field of the form. */
  const showRefusal = (error: RequestError): boolean => {
    const reasons = Object.entries(error.fields).filter(isKnown);
    for (const [index, [name, message]] of reasons.entries()) setError(name, { message }, { shouldFocus: index === 0 });
    return reasons.length > 0;
  };

  const submit = async (): Promise<boolean> => {
    let accepted = false;
    setProblem("");
    const store = handleSubmit(async (entered) => {
      try {
        await send(entered);
        accepted = true;
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        if (!showRefusal(error)) setProblem(error.message);
      }
    });
    await once(store);
    return accepted;
  };

  return { form, problem, submit, showRefusal };
}

export type NumberForm = ReturnType<typeof useNumberForm>;

function isKnown(entry: [string, string]): entry is [FieldPath<NumberValues>, string] {
  return entry[0] in numberForm.shape;
}
