import { nextChange } from "../hours/next-change.ts";
import { sayHours } from "../hours/say-hours.ts";
import { decideRoute, type Override } from "../routing/decide.ts";
import { nextAnswerChange, whoAnswers } from "../routing/next-answer.ts";
import { sayRoute } from "../routing/say-route.ts";
import { switchEnds } from "../routing/switch-ends.ts";
import { routingOfConfig } from "../settings/business-hours.ts";
import type { EditableConfig } from "../settings/config-schema.ts";
import { goLiveChecklist, type KnownNumber, type Milestones } from "./checklist.ts";

/**
 * Who answers now, when that changes, and what is done and open on the way to going live. `config` is null before the first save; all instants are epoch
 * milliseconds. Live means that settings are saved and a number is connected or has rung here, and is neither failing nor
 * being removed.
 */
export function describeCompany(
  config: EditableConfig | null,
  numbers: KnownNumber[],
  now: number,
  { override = null, happened = NOTHING_HAPPENED }: { override?: Override | null; happened?: Milestones } = {},
) {
  const checklist = goLiveChecklist(config, numbers, happened);
  if (!config) return { ...NOTHING_YET, checklist };
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
    checklist,
    live: numbers.some(isProven),
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

const NOTHING_HAPPENED: Milestones = {
  hasList: false,
  listIsFresh: false,
  wayIsProven: false,
  hasCall: false,
  hasMessage: false,
  hasMessageDone: false,
};
