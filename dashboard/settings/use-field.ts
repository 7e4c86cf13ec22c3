import { type FieldPath, useFormContext } from "react-hook-form";
import type { FormValues } from "./form-values.ts";
import { problemAt } from "./problem-at.ts";

/** The registration of a settings field, and why it was refused. */
export function useField(name: FieldPath<FormValues>, options: { valueAsNumber?: boolean } = {}) {
  const { register, formState } = useFormContext<FormValues>();
  return { input: register(name, options), error: problemAt(formState.errors, name) };
}
