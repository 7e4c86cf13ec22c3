import { useEffect } from "preact/hooks";
import { useFormContext, useWatch } from "react-hook-form";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import { type FormValues, isStandard } from "./form-values.ts";

/** The standard greeting asks for what callers must know, so it follows that setting while nobody has changed it. */
export function useStandardGreeting(): FormValues["verification"] {
  const { getValues, setValue } = useFormContext<FormValues>();
  const verification = useWatch<FormValues, "verification">({ name: "verification" });
  useEffect(() => {
    if (isStandard(getValues("welcome_message") ?? "")) setValue("welcome_message", DEFAULT_WELCOME[verification]);
  }, [verification]);
  return verification;
}
