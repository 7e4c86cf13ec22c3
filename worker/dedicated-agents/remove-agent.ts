import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { utcDay } from "../lib/utc-day.ts";
import { deleteAgent } from "../retell/agents.ts";
import { retellClient } from "../retell/client.ts";
import { countUse } from "../retell/store/usage.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { dedicatedAgent } from "./store/dedicated-agent.ts";

/**
 * Has Retell delete the agent of a company that leaves. True if there is none any more; false if we have to ask again
 * later. Without a key nothing can be asked, so the agent is logged and left.
 */
export async function removeDedicatedAgent(scope: UserScope, { settings, db, now }: Services): Promise<boolean> {
  const [client, agent] = [retellClient(settings), await dedicatedAgent(scope, db)];
  if (!agent) return true;
  if (!client) {
    log("agent_left_at_retell", { tenant: scope.userId, agent_id: agent.agentId });
    return true;
  }
  await quietly("usage_not_counted", countUse(scope, db, { day: utcDay(now()), what: "retell.delete_agent" }));
  return deleteAgent(client, agent.agentId, now());
}
