import { useWatch } from "react-hook-form";
import { sayHours } from "../../worker/hours/say-hours.ts";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import { problemIn, renderMessage } from "../../worker/settings/message-template.ts";
import type { FormValues } from "./form-values.ts";
import { useHours } from "./use-week-settings.ts";

/** The messages as callers would hear them now; null when a message is empty or not valid. */
export function useSpoken() {
  const [company, welcome, open, afterHours, verification] = useWatch<
    FormValues,
    ["company_name", "welcome_message", "open_welcome_message", "after_hours_message", "verification"]
  >({ name: ["company_name", "welcome_message", "open_welcome_message", "after_hours_message", "verification"] });
  const hours = useHours();
  const variables = {
    company_name: company.trim() || "your company",
    business_hours: hours ? sayHours(hours, Date.now()) : "your hours",
  };
  const say = (text: string) => (text && !problemIn(text) ? renderMessage(text, variables) : null);
  return {
    welcome_message: say(welcome?.trim() || DEFAULT_WELCOME[verification]),
    open_welcome_message: say(open?.trim() ?? ""),
    after_hours_message: say(afterHours?.trim() ?? ""),
  };
}
