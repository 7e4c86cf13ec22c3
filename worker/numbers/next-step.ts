import type { NumberAtRetell } from "../retell/phone-numbers.ts";
import type { Trouble } from "./retell-trouble.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";
import type { Binding } from "./wanted.ts";

/** What Retell says about a number; null if it does not have it. */
export type Seen = Pick<NumberAtRetell, "phone_number_type" | "inbound_agents" | "inbound_webhook_url"> | null;

export type Step =
  | { do: "import" }
  | { do: "update" }
  | { do: "delete" }
  /** Nothing is left of it at Retell, so the row may be deleted. */
  | { do: "forget" }
  /** An import may still be on its way to Retell: check again at this instant. */
  | { do: "wait"; until: number }
  | { do: "refuse"; trouble: Trouble };

type Facts = Pick<
  StoredNumber,
  | "status"
  | "sipTrunkProvider"
  | "sipTrunkUri"
  | "importSentAt"
  | "importAnsweredAt"
  | "retellPhoneNumberId"
  | "purchasedAt"
>;

/** After this an unanswered import or purchase has arrived or never will: three times as long as we wait for an answer. */
export const SETTLE_MS = 60_000;

/**
 * Decides what to do with a number, given what Retell says about it (`seen`). It never sends a second import while the
 * first may be on its way, changes nothing at Retell that is not ours, and deletes a row only when Retell has nothing.
 */
export function nextStep(number: Facts, seen: Seen, binding: Binding | null, now: number): Step {
  return number.status === "disconnecting" ? stepAway(number, seen, now) : stepTowards(number, seen, binding, now);
}

function stepTowards(number: Facts, seen: Seen, binding: Binding | null, now: number): Step {
  if (binding === null) return { do: "refuse", trouble: "not_configured" };
  if (number.purchasedAt !== null) return seen ? { do: "update" } : { do: "refuse", trouble: "number_lost" };
  if (number.sipTrunkUri === null) return { do: "refuse", trouble: "invalid_trunk" };
  if (seen === null) return onItsWay(number, now) ?? { do: "import" };
  return isOurs(number, seen, binding) ? { do: "update" } : { do: "refuse", trouble: "already_imported" };
}

function stepAway(number: Facts, seen: Seen, now: number): Step {
  if (seen === null) return onItsWay(number, now) ?? { do: "forget" };
  const ours = number.purchasedAt !== null || (seen.phone_number_type === "custom" && number.importSentAt !== null);
  return ours ? { do: "delete" } : { do: "forget" };
}

function onItsWay({ importSentAt, importAnsweredAt }: Facts, now: number): Step | null {
  if (importSentAt === null || importAnsweredAt !== null) return null;
  const until = importSentAt + SETTLE_MS;
  return now < until ? { do: "wait", until } : null;
}

/** We have sent an import of it, or it is imported and bound to our agent and webhook. A bought number is never ours. */
function isOurs({ importSentAt }: Pick<Facts, "importSentAt">, seen: NonNullable<Seen>, binding: Binding) {
  if (seen.phone_number_type !== "custom") return false;
  return importSentAt !== null || isBound(seen, binding);
}

export function isBound(seen: NonNullable<Seen>, { agentId, webhookUrl }: Binding): boolean {
  const agents = seen.inbound_agents ?? [];
  return (
    agents.length > 0 && agents.every(({ agent_id }) => agent_id === agentId) && seen.inbound_webhook_url === webhookUrl
  );
}
