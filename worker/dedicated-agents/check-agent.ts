import { isDedicatedAgentName } from "../agent/agent-name.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { utcDay } from "../lib/utc-day.ts";
import { hasAgent } from "../retell/agents.ts";
import { retellClient } from "../retell/client.ts";
import { everyPage } from "../retell/every-page.ts";
import { countUse } from "../retell/store/usage.ts";
import type { Services } from "../services.ts";
import { scopeOfCompany, scopesWithDedicatedAgents } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { claimCheck, dedicatedAgent, noteAgent } from "./store/dedicated-agent.ts";

const CHECK_EVERY_MS = 10 * 60_000; // while calls come; each check is a request to Retell

/** After a ring that a company's own agent was to answer: finds out whether Retell still has it, before the next ring. */
export async function checkAgentAfterRing(services: Services, userId: string): Promise<void> {
  const scope = await scopeOfCompany(services, userId);
  const now = services.now();
  if (!scope || !(await claimCheck(scope, services.db, { now, before: now - CHECK_EVERY_MS }))) return;
  await checkAgent(scope, services);
}

/**
 * Once an hour: the same for every company with an agent of its own, also to find an agent that is there again. An agent
 * at Retell that no company has any more is logged for a person to look into; none is ever removed here.
 */
export async function checkEveryAgent(services: Services): Promise<void> {
  const scopes = await scopesWithDedicatedAgents(services);
  const ours = new Set<string | undefined>();
  for (const scope of scopes) {
    await quietly("agent_not_checked", checkAgent(scope, services));
    ours.add((await dedicatedAgent(scope, services.db))?.agentId);
  }
  const client = retellClient(services.settings);
  if (client) await quietly("agents_not_compared", logUnused(client, ours));
}

type Client = NonNullable<ReturnType<typeof retellClient>>;

async function logUnused(client: Client, ours: Set<string | undefined>): Promise<void> {
  const agents = await everyPage((next) => client.agent.list({ limit: 1000, ...next }));
  for (const { agent_id, agent_name } of agents) {
    if (isDedicatedAgentName(agent_name ?? "") && !ours.has(agent_id)) log("agent_without_company", { agent_id });
  }
}

/** While Retell does not have the agent, the shared one answers; the history of the company says so. */
async function checkAgent(scope: UserScope, { settings, db, now }: Services): Promise<void> {
  const [client, agent] = [retellClient(settings), await dedicatedAgent(scope, db)];
  if (!client || !agent) return;
  await quietly("usage_not_counted", countUse(scope, db, { day: utcDay(now()), what: "retell.get_agent" }));
  const isThere = await hasAgent(client, agent.agentId, now());
  if (isThere === null || isThere === (agent.missingAt === null)) return;
  log(isThere ? "dedicated_agent_found" : "dedicated_agent_missing", {
    tenant: scope.userId,
    agent_id: agent.agentId,
  });
  await noteAgent(scope, db, isThere ? null : now());
}
