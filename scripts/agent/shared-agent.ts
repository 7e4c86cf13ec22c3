import type Retell from "retell-sdk";
import type { AgentListVersionsResponse } from "retell-sdk/resources/agent";
import { AGENT_NAME } from "../../worker/agent/agent-name.ts";
import { everyPage } from "../../worker/retell/every-page.ts";
import { sharedAgentIds } from "../../worker/retell/shared-agents.ts";

export type Version = AgentListVersionsResponse.Item;

/** Our agent at Retell, its versions newest first. `published` is the version that answers calls. */
export type SharedAgent = { agentId: string; versions: Version[]; published: Version | undefined };

/** Finds our agent by its name; undefined if it was never created. Throws if there are two: a person must choose. */
export async function findSharedAgent(client: Retell): Promise<SharedAgent | undefined> {
  const [ours, ...others] = await sharedAgentIds(client);
  if (!ours) return undefined;
  if (others.length > 0)
    throw new Error(
      `Several agents are named "${AGENT_NAME}": ${[ours, ...others].join(", ")}. Rename or delete all but one.`,
    );
  return loadSharedAgent(client, ours);
}

export async function loadSharedAgent(client: Retell, agentId: string): Promise<SharedAgent> {
  const versions = await everyPage((key) => client.agent.listVersions(agentId, { limit: 1000, ...key }));
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return { agentId, versions: newestFirst, published: newestFirst.find((version) => version.is_published) };
}
