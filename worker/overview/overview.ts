import type { BusinessHours } from "../hours/hours.ts";
import { isOpen } from "../hours/is-open.ts";
import { nextChange } from "../hours/next-change.ts";
import { sayHours } from "../hours/say-hours.ts";
import { decideRoute } from "../routing/decide.ts";
import type { EditableConfig } from "../tenants/config-schema.ts";
import { missingToGoLive } from "./missing.ts";

type Answers = "agent" | "office_then_agent";

/** What the overview needs to know of a number. */
export type KnownNumber = { status: string; verified_at: number | null };

/**
 * Who answers now, when that changes, and what is missing. `config` is null before the first save; `now` and every
 * instant in epoch milliseconds. Live means: settings saved, and a number that is connected or has rung here.
 */
export function describeCompany(config: EditableConfig | null, numbers: KnownNumber[], now: number) {
  const proven = numbers.some(({ status, verified_at }) => status === "connected" || verified_at !== null);
  const missing = missingToGoLive(config, { added: numbers.length > 0, proven });
  if (!config) return { ...NOTHING_YET, missing };
  const hours = hoursOf(config);
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

/** Only opening and closing changes who answers, and only where the answer differs between the two. */
function nextAnswerChange(config: EditableConfig, hours: BusinessHours, now: number) {
  if (answersWhen(config, true) === answersWhen(config, false)) return null;
  const change = nextChange(hours, now);
  return change && { at: change.at, answers: answersWhen(config, change.open) };
}

function hoursOf(config: EditableConfig): BusinessHours {
  return {
    timezone: config.timezone,
    start: config.business_hours_start,
    end: config.business_hours_end,
    weekly: config.weekly_hours,
    exceptions: config.hour_exceptions,
  };
}
