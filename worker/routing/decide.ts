import type { BusinessHours } from "../hours/hours.ts";
import { isOpen } from "../hours/is-open.ts";
import { nextChange } from "../hours/next-change.ts";
import type { ForwardingMode } from "./forwarding-modes.ts";

/** What the manual switch can say. */
export const SWITCH_POSITIONS = ["agent", "office", "closed"] as const;

/** The manual switch: until `until` (epoch milliseconds) it counts instead of mode and hours. */
export type Override = { answers: (typeof SWITCH_POSITIONS)[number]; until: number };

export type RoutingSettings = {
  hours: BusinessHours;
  forwardingMode: ForwardingMode;
  /** E.164; without one there is nothing to ring, so the agent answers. */
  officePhone: string | null;
  /** How long the office rings before the agent answers, in seconds. */
  ringSeconds: number;
  override: Override | null;
};

/**
 * Why a call goes where it goes: the mode alone (`always_agent`, `overflow`), the hours (`open`, `closed`), the manual
 * switch (`switched_to_agent`, `switched_to_office`, `closed_today`), or that there is no office phone (`no_office_phone`).
 */
type RouteReason =
  | "always_agent"
  | "open"
  | "closed"
  | "overflow"
  | "switched_to_agent"
  | "switched_to_office"
  | "closed_today"
  | "no_office_phone";

export type Route = {
  /** `office`: it rings first, and the agent answers when nobody there does. */
  route: "agent" | "office";
  reason: RouteReason;
  /** Whether the office counts as open, which the agent is told. */
  open: boolean;
  /** When the answer may be another one (epoch milliseconds); null = never with these settings. */
  until: number | null;
};

/**
 * Where a call to the company's number goes at `now` (epoch milliseconds). This is the only place that decides it, for
 * the ring, the carriers' voice routes, the Studio flow, the Overview and the seven days.
 */
export function decideRoute(settings: RoutingSettings, now: number): Route {
  return { ...answerAt(settings, now), until: untilWhen(settings, now) };
}

type Answer = Omit<Route, "until">;

/** The same without the time of the next change, which the seven days do not need. */
export function answerAt(settings: RoutingSettings, now: number): Answer {
  const { forwardingMode, officePhone } = settings;
  const override = switchedTo(settings.override, now);
  const open = isOfficeOpen(settings, now);
  if (override === "agent") return { route: "agent", reason: "switched_to_agent", open };
  if (override === "closed") return { route: "agent", reason: "closed_today", open };
  if (override === null && forwardingMode === "always") return { route: "agent", reason: "always_agent", open };
  if (override === null && forwardingMode === "after_hours" && !open) return { route: "agent", reason: "closed", open };
  if (!officePhone?.trim()) return { route: "agent", reason: "no_office_phone", open };
  if (override === "office") return { route: "office", reason: "switched_to_office", open };
  return { route: "office", reason: forwardingMode === "overflow" ? "overflow" : "open", open };
}

/** Whether the office counts as open: by its hours, unless the switch says that it is closed or at its desk. */
export function isOfficeOpen({ hours, override }: Pick<RoutingSettings, "hours" | "override">, now: number): boolean {
  const switched = switchedTo(override, now);
  if (switched === "closed") return false;
  return switched === "office" || isOpen(hours, now);
}

function switchedTo(override: Override | null, now: number): Override["answers"] | null {
  return override && now < override.until ? override.answers : null;
}

/** Opening and closing count even if the same side answers before and after, because the agent says something else then. */
function untilWhen({ override, hours }: RoutingSettings, now: number): number | null {
  const switchEnds = override && now < override.until ? override.until : null;
  // While the office is said to be closed or at its desk, the hours change nothing.
  if (switchEnds !== null && override?.answers !== "agent") return switchEnds;
  const change = nextChange(hours, now)?.at ?? null;
  if (change === null || switchEnds === null) return change ?? switchEnds;
  return Math.min(change, switchEnds);
}
