import { DEFAULT_CONFIG } from "../../worker/settings/config-schema.ts";
import type { Config, Overview } from "../replies.ts";

/** The steps of setting up, in order, by the name in the page's address. */
export const STEPS = {
  company: "Your company",
  greeting: "Greeting",
  hours: "Hours",
  answers: "Who answers",
  reservations: "Reservations",
  number: "Phone number",
} as const;

export type Step = keyof typeof STEPS;

export const STEP_NAMES = Object.keys(STEPS) as Step[]; // its own keys, in order

export function isStep(text: string | undefined): text is Step {
  return STEP_NAMES.some((name) => name === text);
}

/** The step after or before this one; null at the end. */
export function stepBeside(step: Step, by: 1 | -1): Step | null {
  return STEP_NAMES[STEP_NAMES.indexOf(step) + by] ?? null;
}

/**
 * Where an operator continues: after the last step in which they have stored something. Everything is stored on the
 * server, so this is the same on every device. Null if everything is set up.
 */
export function resumeAt(config: Config | null, checklist: Overview["checklist"]): Step | null {
  const isThere = (code: Overview["checklist"][number]["code"]) =>
    checklist.some((item) => item.code === code && item.state === "done");
  if (!config) return "company";
  if (isThere("phone_number")) return null;
  if (isThere("reservations")) return "number";
  if (differs(config, ["forwarding_mode", "office_phone", "ring_seconds"])) return "reservations";
  if (differs(config, ["business_hours_start", "business_hours_end", "weekly_hours", "hour_exceptions"]))
    return "answers";
  return config.welcome_message ? "hours" : "greeting";
}

function differs(config: Config, names: (keyof typeof DEFAULT_CONFIG)[]): boolean {
  return names.some((name) => JSON.stringify(config[name]) !== JSON.stringify(DEFAULT_CONFIG[name]));
}
