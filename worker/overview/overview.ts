import { nextChange } from "../hours/next-change.ts";
import { sayHours } from "../hours/say-hours.ts";
import type { StoredNumber } from "../numbers/store/phone-numbers.ts";
import { decideRoute, type Override } from "../routing/decide.ts";
import { nextAnswerChange, whoAnswers } from "../routing/next-answer.ts";
import { sayRoute } from "../routing/say-route.ts";
import { switchEnds } from "../routing/switch-ends.ts";
import { routingOfConfig } from "../settings/business-hours.ts";
import type { EditableConfig } from "../settings/config-schema.ts";
import { missingToGoLive } from "./missing.ts";

/** What the overview needs to know of a number. */
export type KnownNumber = { status: StoredNumber["status"]; verified_at: number | null };

/**
 * Who answers now, when that changes, and what is missing. `config` is null before the first save; all instants are epoch
 * milliseconds. Live means that settings are saved and a number is connected or has rung here, and is neither failing nor
 * being removed.
 */
export function describeCompany(
  config: EditableConfig | null,
  numbers: KnownNumber[],
  now: number,
  override: Override | null = null,
) {
  const proven = numbers.some(isProven);
  const missing = missingToGoLive(config, { added: numbers.length > 0, proven });
  if (!config) return { ...NOTHING_YET, missing };
  const routing = routingOfConfig(config, override);
  const { hours } = routing;
  const present = decideRoute(routing, now);
  return {
    configured: true,
    company_name: config.company_name,
    office: {
      open: present.open,
      next_change: nextChange(hours, now),
      hours_text: sayHours(hours, now),
      timezone: config.timezone,
    },
    answers_now: whoAnswers(present),
    next_answer_change: nextAnswerChange(routing, now),
    said: sayRoute(routing, now),
    override: override && override.until > now ? override : null,
    switch_ends: switchEnds(hours, now),
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
  said: null,
  override: null,
  switch_ends: null,
  live: false,
};
