import type Retell from "retell-sdk";
import type { AgentListVersionsResponse } from "retell-sdk/resources/agent";
import { AGENT_NAME } from "../../worker/agent/agent-name.ts";
import { everyPage } from "../../worker/retell/every-page.ts";
import { agentIdsNamed } from "../../worker/retell/shared-agents.ts";

export type Version = AgentListVersionsResponse.Item;

/** The shared agent at Retell, or a company's own one: its versions newest first. `published` is the version that answers calls. */
export type SharedAgent = { agentId: string; versions: Version[]; published: Version | undefined };

/**
 * Finds the shared agent, or the agent with another name of ours; undefined if it was never created. Throws if there are
 * two: a person must choose.
 */
export async function findSharedAgent(client: Retell, name = AGENT_NAME): Promise<SharedAgent | undefined> {
  const [ours, ...others] = await agentIdsNamed(client, name);
  if (!ours) return undefined;
  if (others.length > 0)
    throw new Error(
      `Several agents are named "${name}": ${[ours, ...others].join(", ")}. Rename or delete all but one.`,
    );
  return loadSharedAgent(client, ours);
}

export async function loadSharedAgent(client: Retell, agentId: string): Promise<SharedAgent> {
  const versions = await everyPage((key) => client.agent.listVersions(agentId, { limit: 1000, ...key }));
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return { agentId, versions: newestFirst, published: newestFirst.find((version) => version.is_published) };
}
