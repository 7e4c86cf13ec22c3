import type Retell from "retell-sdk";
import type { AgentListVersionsResponse } from "retell-sdk/resources/agent";
import { AGENT_NAME } from "../../worker/agent/definition.ts";
import { everyPage } from "./every-page.ts";

export type Version = AgentListVersionsResponse.Item;

/** Our agent as it stands at Retell; versions newest first. `published` is the version that answers calls. */
export type SharedAgent = { agentId: string; versions: Version[]; published: Version | undefined };

/** Finds our agent by its name; nothing if it was never created. Two of that name are refused: a person must choose. */
export async function findSharedAgent(client: Retell): Promise<SharedAgent | undefined> {
  const agents = await everyPage((pagination_key) => client.agent.list({ limit: 1000, ...pagination_key }));
  const [ours, ...others] = agents.filter((agent) => agent.agent_name === AGENT_NAME);
  if (!ours) return undefined;
  if (others.length > 0)
    throw new Error(
      `Several agents are named "${AGENT_NAME}": ${[ours, ...others].map((agent) => agent.agent_id).join(", ")}. Rename or delete all but one.`,
    );
  return loadSharedAgent(client, ours.agent_id);
}

export async function loadSharedAgent(client: Retell, agentId: string): Promise<SharedAgent> {
  const versions = await everyPage((key) => client.agent.listVersions(agentId, { limit: 1000, ...key }));
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return { agentId, versions: newestFirst, published: newestFirst.find((version) => version.is_published) };
}
