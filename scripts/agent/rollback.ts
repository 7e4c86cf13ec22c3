import type Retell from "retell-sdk";
import { agentDefinition } from "../../worker/agent/definition.ts";
import { type Change, differences } from "./plan.ts";
import { createDraft, publishVersion, readVersion, type StoredVersion } from "./release.ts";
import { findSharedAgent, type SharedAgent } from "./shared-agent.ts";

export type RollbackResult = { agentId: string; target: number; version: number; changes: Change[] };

const TITLE = /^Rollback to version (\d+)$/;

/**
 * Activates an older published version again: `to`, or the one before the current one. `name` is the agent's, if it is not
 * the shared one. Published versions cannot be
 * published again, so a new version is made from the old one. The version that answers calls changes only at the end.
 */
export async function rollbackAgent({
  client,
  to,
  name,
}: {
  client: Retell;
  to?: number;
  name?: string;
}): Promise<RollbackResult> {
  const shared = await findSharedAgent(client, name);
  if (!shared?.published) throw new Error("There is nothing to roll back: no version was ever published.");
  const { agentId, published } = shared;
  const target = to ?? versionBefore(shared);
  requirePublished(shared, target);
  const old = await readVersion(client, agentId, target);
  const changes = settingsChanged(await readVersion(client, agentId, published.version), old);
  const version = await createDraft(client, agentId, target);
  const lost = settingsChanged(await readVersion(client, agentId, version), old);
  if (lost.length > 0)
    throw new Error(`Version ${version} is not an exact copy of ${target}: ${lost[0]?.path}. Nothing was published.`);
  await publishVersion(client, agentId, version, `Rollback to version ${target}`);
  return { agentId, target, version, changes };
}

/** The published version before the current one; after a rollback, before the one that was brought back. */
function versionBefore({ published, versions }: SharedAgent): number {
  const from = Number(TITLE.exec(published?.version_title ?? "")?.[1] ?? published?.version);
  const before = versions.find((version) => version.is_published && version.version < from);
  if (!before) throw new Error(`No published version is older than ${from}.`);
  return before.version;
}

function requirePublished({ published, versions }: SharedAgent, target: number): void {
  if (target === published?.version) throw new Error(`Version ${target} is the one that answers calls now.`);
  const choices = versions.filter((version) => version.is_published && version !== published);
  if (choices.some((version) => version.version === target)) return;
  const known = choices.map((version) => version.version).join(", ") || "none";
  throw new Error(`Version ${target} was never published. Published before the current one: ${known}.`);
}

/** The differences in the settings that this repository manages. Ids, versions and dates always differ. */
function settingsChanged(from: StoredVersion, to: StoredVersion): Change[] {
  const managed = agentDefinition({ publicUrl: "http://localhost" });
  return [
    ...differences(from.llm, only(to.llm, managed.llm), "llm"),
    ...differences(from.agent, only(to.agent, managed.agent), "agent"),
  ];
}

function only(settings: object, managed: object): object {
  return Object.fromEntries(Object.entries({ ...emptied(managed), ...settings }).filter(([key]) => key in managed));
}

// A managed setting that the other version does not have at all must count as removed.
function emptied(managed: object): object {
  return Object.fromEntries(Object.keys(managed).map((key) => [key, undefined]));
}
