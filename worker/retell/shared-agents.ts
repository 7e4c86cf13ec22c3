import type Retell from "retell-sdk";
import { AGENT_NAME } from "../agent/agent-name.ts";
import { everyPage } from "./every-page.ts";

/**
 * The agent that answers for every company: the configured one, otherwise the only one with our agent's name. Null if
 * there is none or more than one, because then a person must choose. Throws when Retell does not answer.
 */
export async function sharedAgentId(client: Retell, configured: string | undefined): Promise<string | null> {
  if (configured) return configured;
  const [agentId, ...others] = await agentIdsNamed(client, AGENT_NAME);
  return agentId && others.length === 0 ? agentId : null;
}

/** The ids of all agents with this name. There should be one; if there are more, a person must choose. */
export async function agentIdsNamed(client: Retell, name: string): Promise<string[]> {
  const agents = await everyPage((next) => client.agent.list({ limit: 1000, ...next }));
  return agents.filter(({ agent_name }) => agent_name === name).map(({ agent_id }) => agent_id);
}
