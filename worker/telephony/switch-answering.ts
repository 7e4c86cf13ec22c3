import * as z from "zod";
import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { AppError } from "../lib/errors.ts";
import { type Override, SWITCH_POSITIONS } from "../routing/decide.ts";
import { LONGEST_SWITCH_DAYS } from "../routing/switch-ends.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteOverride, savedOverride, saveOverride } from "./store/override.ts";

export const overrideBody = z.object({
  answers: z.enum(SWITCH_POSITIONS, "Choose agent, office or closed."),
  until: z.iso
    .datetime({ offset: true, error: "Say until when, such as 2026-12-24T18:00:00-07:00." })
    .transform((text) => Date.parse(text)),
});

/** The manual switch as the API shows it; nulls while the schedule applies. */
export async function shownOverride(scope: UserScope, { db, now }: Services) {
  const override = await savedOverride(scope, db);
  return override && override.until > now() ? overrideReply(override) : { answers: null, until: null };
}

/**
 * Makes the agent or the office answer, or closes the office, until an instant. This applies from the next call on.
 * @throws AppError 400 when that instant is over, or more than 31 days ahead
 */
export async function switchAnswering(scope: UserScope, services: Services, override: Override, actor: string) {
  const now = services.now();
  const reason =
    override.until <= now
      ? "This moment is over already. Choose a later one."
      : override.until > now + LONGEST_SWITCH_DAYS * 86_400_000
        ? `Choose a moment within ${LONGEST_SWITCH_DAYS} days. For longer, change your hours.`
        : null;
  if (reason) throw new AppError(400, "validation_failed", reason, { fields: { until: reason } });
  const set = await savedOverride(scope, services.db);
  await saveOverride(scope, services.db, override, { actor, now, before: set && set.until > now ? set : null });
  await refreshSnapshots(scope, services);
  return overrideReply(override);
}

/** Returns to the schedule, from the next call on. */
export async function backToSchedule(scope: UserScope, services: Services, actor: string): Promise<void> {
  await deleteOverride(scope, services.db, actor);
  await refreshSnapshots(scope, services);
}

function overrideReply({ answers, until }: Override) {
  return { answers, until: new Date(until).toISOString() };
}
