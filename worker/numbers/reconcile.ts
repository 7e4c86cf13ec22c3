import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { retellClient } from "../retell/client.ts";
import { everyNumberAtRetell } from "../retell/phone-numbers.ts";
import { sharedAgentId } from "../retell/shared-agents.ts";
import type { Services } from "../services.ts";
import { numbersOfEveryCompany } from "../tenancy/job-gate.ts";
import { compareNumbers } from "./compare-numbers.ts";
import { queueNumber } from "./queue-number.ts";
import { reconnectNumber } from "./store/number-retries.ts";
import { bindingOf } from "./wanted.ts";

/**
 * Compares our numbers with Retell's, both ways. A connected number that is missing there or not routed to us is connected
 * again, and a number that was bought a second time for one purchase is given back. Every other difference is logged for a
 * person to look into; nothing else is ever removed at Retell.
 */
export async function reconcileNumbers(services: Services): Promise<void> {
  const { db, now, settings } = services;
  const client = retellClient(settings);
  if (!client) return log("numbers_not_compared", { reason: "no key" });
  try {
    const agentId = await sharedAgentId(client, settings.RETELL_AGENT_ID);
    if (!agentId) return log("numbers_not_compared", { reason: "no single agent" });
    // Read ours first, because a number is in our table before it is at Retell.
    const ours = await numbersOfEveryCompany(services);
    const theirs = await everyNumberAtRetell(client);
    const findings = compareNumbers(ours, theirs, bindingOf(agentId, settings.PUBLIC_URL));
    const scopes = new Map(ours.map(({ id, scope }) => [id, scope]));
    for (const finding of findings) {
      const { kind } = finding;
      const id = "ours" in finding ? finding.ours.id : undefined;
      log("numbers_differ", { kind, number_id: id, number: id ? undefined : lastDigits(finding.phoneNumber) });
      if (kind === "bought_twice")
        await quietly("number_not_given_back", client.phoneNumber.delete(finding.phoneNumber));
      if (kind !== "missing" && kind !== "wrong_agent" && kind !== "wrong_webhook") continue;
      const scope = scopes.get(finding.ours.id);
      if (scope && (await reconnectNumber(scope, db, finding.ours, now())))
        await queueNumber(services, finding.ours.id);
    }
    log("numbers_compared", { ours: ours.length, theirs: theirs.length, findings: findings.length });
  } catch (error) {
    log("numbers_not_compared", { reason: "failed", ...describeError(error) });
  }
}

/** Enough to find the number with `npm run numbers -- audit`; the log must not contain whole numbers. */
function lastDigits(phoneNumber: string): string {
  return `…${phoneNumber.slice(-4)}`;
}
