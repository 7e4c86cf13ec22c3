import { useWatch } from "react-hook-form";
import { sayHours } from "../../../worker/hours/say-hours.ts";
import { DEFAULT_MESSAGES } from "../../../worker/tenants/default-messages.ts";
import { problemIn, renderMessage } from "../../../worker/tenants/message-template.ts";
import type { FormValues } from "./form-values.ts";
import { useHours } from "./use-week-settings.ts";

/** Both messages as callers would hear them now; null while one cannot be spoken. */
export function useSpoken() {
  const [company, welcome, afterHours] = useWatch<
    FormValues,
    ["company_name", "welcome_message", "after_hours_message"]
  >({ name: ["company_name", "welcome_message", "after_hours_message"] });
  const hours = useHours();
  const variables = {
    company_name: company.trim() || "your company",
    business_hours: hours ? sayHours(hours, Date.now()) : "your hours",
  };
  const say = (text: string | null | undefined, fallback: string) =>
    problemIn(text ?? "") ? null : renderMessage(text?.trim() || fallback, variables);
  return {
    welcome_message: say(welcome, DEFAULT_MESSAGES.welcome_message),
    after_hours_message: say(afterHours, DEFAULT_MESSAGES.after_hours_message),
  };
}
