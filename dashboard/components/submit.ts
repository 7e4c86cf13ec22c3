import { useState } from "preact/hooks";
import { RequestError } from "../request-error.ts";

/**
 * A form that is sent once at a time. `send` gets the values by field name and throws a RequestError to refuse; the first
 * field that the refusal names gets the focus.
 */
export function useSubmit(send: (values: Record<string, string>) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ message: string; fields: Record<string, string>; code: string }>();
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return;
    const form = event.currentTarget;
    setBusy(true);
    setProblem(undefined);
    try {
      await send(valuesOf(form));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setProblem({ message: error.message, fields: error.fields, code: error.code });
      focusFirst(form, Object.keys(error.fields));
    } finally {
      setBusy(false);
    }
  };
  return { onSubmit: (event: SubmitEvent) => void onSubmit(event), busy, problem };
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(entries);
}

function focusFirst(form: HTMLFormElement, names: string[]): void {
  const field = names.map((name) => form.elements.namedItem(name)).find((found) => found instanceof HTMLElement);
  if (field instanceof HTMLElement) field.focus();
}
