import type Retell from "retell-sdk";
import { AGENT_NAME } from "../agent/agent-name.ts";
import { everyPage } from "./every-page.ts";

/** The ids of all agents with our agent's name. There should be one; if there are more, a person must choose. */
export async function sharedAgentIds(client: Retell): Promise<string[]> {
  const agents = await everyPage((next) => client.agent.list({ limit: 1000, ...next }));
  return agents.filter(({ agent_name }) => agent_name === AGENT_NAME).map(({ agent_id }) => agent_id);
}
