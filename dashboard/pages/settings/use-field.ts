import { type FieldPath, get, useFormContext } from "react-hook-form";
import type { FormValues } from "./form-values.ts";

/** What a field of the settings form needs: its registration, and why it was refused. */
export function useField(name: FieldPath<FormValues>, options: { valueAsNumber?: boolean } = {}) {
  const { register, formState } = useFormContext<FormValues>();
  const message: unknown = get(formState.errors, `${name}.message`);
  return { input: register(name, options), error: typeof message === "string" ? message : undefined };
}
