import type { BusinessHours } from "../hours/hours.ts";
import { isOpen } from "../hours/is-open.ts";
import { nextChange } from "../hours/next-change.ts";
import { sayHours } from "../hours/say-hours.ts";
import type { StoredNumber } from "../numbers/store/phone-numbers.ts";
import { decideRoute } from "../routing/decide.ts";
import { hoursOfConfig } from "../settings/business-hours.ts";
import type { EditableConfig } from "../settings/config-schema.ts";
import { missingToGoLive } from "./missing.ts";

type Answers = "agent" | "office_then_agent";

/** What the overview needs to know of a number. */
export type KnownNumber = { status: StoredNumber["status"]; verified_at: number | null };

/**
 * Who answers now, when that changes, and what is missing. `config` is null before the first save; all instants are epoch
 * milliseconds. Live means that settings are saved and a number is connected or has rung here, and is neither failing nor
 * being removed.
 */
export function describeCompany(config: EditableConfig | null, numbers: KnownNumber[], now: number) {
  const proven = numbers.some(isProven);
  const missing = missingToGoLive(config, { added: numbers.length > 0, proven });
  if (!config) return { ...NOTHING_YET, missing };
  const hours = hoursOfConfig(config);
  const open = isOpen(hours, now);
  return {
    configured: true,
    company_name: config.company_name,
    office: { open, next_change: nextChange(hours, now), hours_text: sayHours(hours, now), timezone: config.timezone },
    answers_now: answersWhen(config, open),
    next_answer_change: nextAnswerChange(config, hours, now),
    missing,
    live: proven,
  };
}

function isProven({ status, verified_at }: KnownNumber): boolean {
  if (status === "error" || status === "disconnecting") return false;
  return status === "connected" || verified_at !== null;
}

const NOTHING_YET = {
  configured: false,
  company_name: null,
  office: null,
  answers_now: null,
  next_answer_change: null,
  live: false,
};

function answersWhen(config: EditableConfig, open: boolean): Answers {
  const { route } = decideRoute({
    forwardingMode: config.forwarding_mode,
    officePhone: config.office_phone,
    ringSeconds: config.ring_seconds,
    open,
  });
  return route === "agent" ? "agent" : "office_then_agent";
}

/** Who answers changes only when the office opens or closes, and only if the two differ. */
function nextAnswerChange(config: EditableConfig, hours: BusinessHours, now: number) {
  if (answersWhen(config, true) === answersWhen(config, false)) return null;
  const change = nextChange(hours, now);
  return change && { at: change.at, answers: answersWhen(config, change.open) };
}
