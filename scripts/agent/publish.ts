import type Retell from "retell-sdk";
import { publishVersion } from "./release.ts";
import { findSharedAgent } from "./shared-agent.ts";

/** Publishes the draft that `apply --draft` made: the newest one, if it is newer than the version that answers calls. */
export async function publishDraft({ client }: { client: Retell }): Promise<{ agentId: string; version: number }> {
  const shared = await findSharedAgent(client);
  if (!shared) throw new Error("The shared agent does not exist yet: run apply first.");
  const [newest] = shared.versions;
  if (!newest || newest.is_published) throw new Error("There is no draft to publish: run apply --draft first.");
  await publishVersion(client, shared.agentId, newest.version, "Published by hand");
  return { agentId: shared.agentId, version: newest.version };
}
