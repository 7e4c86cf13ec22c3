import { refreshSnapshots } from "../inbound/refresh-snapshots.ts";
import { DONE, type JobResult, retryAt } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { scopeOfPurchase } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type Bought, buyAtRetell } from "./buy-at-retell.ts";
import { LEASE_MS, MOST_TRIES, waitAfter } from "./job-times.ts";
import { openRetell } from "./number-at-retell.ts";
import { TROUBLES } from "./retell-trouble.ts";
import {
  failPurchase,
  leasePurchase,
  type Purchase,
  postponePurchase,
  settlePurchase,
  purchase as storedPurchase,
} from "./store/purchases.ts";

/**
 * Buys one number at Retell, or gives back what arrives for a company that has left. However often the job is delivered,
 * only one delivery at a time holds the purchase; after a crash another one continues when the lease is over.
 */
export async function runPurchaseJob(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfPurchase(services, id);
  return scope ? runPurchase(scope, services, id) : DONE;
}

/** The same for a company that is known, such as the one that has just asked for it. */
export async function runPurchase(scope: UserScope, services: Services, id: string): Promise<JobResult> {
  const { db, now } = services;
  const started = now();
  const lease = { token: crypto.randomUUID(), now: started, until: started + LEASE_MS };
  const held = await leasePurchase(scope, db, id, lease);
  if (!held) return whenItIsFree(scope, services, id);
  const company = (await savedConfig(scope, db))?.config.company_name ?? null;
  const bought = await buyAtRetell(scope, services, held, company).catch((error: unknown): Bought => {
    log("purchase_work_failed", { purchase_id: id, ...describeError(error) });
    return { kind: "trouble", trouble: "outage", retryAfterSeconds: null, unclear: true };
  });
  return settle(scope, services, held, bought);
}

async function whenItIsFree(scope: UserScope, services: Services, id: string): Promise<JobResult> {
  const known = await storedPurchase(scope, services.db, id);
  if (!known || known.nextAttemptAt === null) return DONE;
  return retryAt(Math.max(known.nextAttemptAt, known.leaseUntil ?? 0), services.now());
}

async function settle(scope: UserScope, services: Services, held: Purchase, bought: Bought): Promise<JobResult> {
  const { db, now } = services;
  switch (bought.kind) {
    case "bought": {
      const settled = await settlePurchase(scope, db, held, { phoneNumber: bought.phoneNumber, now: now() });
      if (settled === "taken") {
        const removed = await openRetell(scope, services)?.numbers.remove(bought.phoneNumber);
        // Until Retell has taken it back, the purchase stays open: the next run finds the number by its mark.
        if (removed?.kind !== "done" && removed?.kind !== "absent")
          return later(scope, services, held, soon(held, now()));
        await failPurchase(scope, db, held, "none_available");
        return DONE;
      }
      if (settled === "lost") return later(scope, services, held, now()); // the company left meanwhile: the next run gives it back
      await refreshSnapshots(scope, services);
      log("number_bought", { number_id: held.id, tries: held.attempts });
      return DONE;
    }
    case "nothing_there":
      await failPurchase(scope, db, held, "cancelled");
      return DONE;
    case "later":
      return later(scope, services, held, bought.until);
    case "trouble": {
      const { trouble, retryAfterSeconds, unclear } = bought;
      if (!unclear && (!TROUBLES[trouble].passes || held.attempts >= MOST_TRIES)) {
        await failPurchase(scope, db, held, trouble);
        log("number_not_bought", { purchase_id: held.id, trouble, tries: held.attempts });
        return DONE;
      }
      const until = Math.max(soon(held, now()), now() + (retryAfterSeconds ?? 0) * 1000);
      return later(scope, services, held, until);
    }
  }
}

function soon({ attempts }: Purchase, now: number): number {
  return now + waitAfter(attempts, "connecting");
}

async function later(scope: UserScope, services: Services, held: Purchase, until: number): Promise<JobResult> {
  await postponePurchase(scope, services.db, held, until);
  return retryAt(until, services.now());
}
