import { quietly } from "../lib/quietly.ts";
import { utcDay } from "../lib/utc-day.ts";
import { retellClient } from "../retell/client.ts";
import { failureOf, type RetellFailure } from "../retell/failure.ts";
import { type NumbersAtRetell, numbersAtRetell } from "../retell/phone-numbers.ts";
import { sharedAgentId } from "../retell/shared-agents.ts";
import { countUse } from "../retell/store/usage.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type Binding, bindingOf } from "./wanted.ts";

/** Retell's API for one company; every request is counted for it. Null if no key is set. */
export function openRetell(
  scope: UserScope,
  services: Services,
): { numbers: NumbersAtRetell; binding: () => Promise<Binding | null | RetellFailure> } | null {
  const client = retellClient(services.settings);
  if (!client) return null;
  const { db, now, settings } = services;
  const count = (what: string) => {
    return quietly("usage_not_counted", countUse(scope, db, { day: utcDay(now()), what }));
  };
  return {
    numbers: numbersAtRetell(client, count, now),
    async binding() {
      if (!settings.RETELL_AGENT_ID) await count("retell.list_agents");
      try {
        const agentId = await sharedAgentId(client, settings.RETELL_AGENT_ID);
        return agentId ? bindingOf(agentId, settings.PUBLIC_URL) : null;
      } catch (error) {
        return failureOf(error, now());
      }
    },
  };
}
