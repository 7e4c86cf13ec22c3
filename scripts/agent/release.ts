import type Retell from "retell-sdk";
import type { AgentResponse } from "retell-sdk/resources/agent";
import type { LlmResponse } from "retell-sdk/resources/llm";
import type { AgentDefinition } from "../../worker/agent/definition.ts";
import { type Change, differences } from "./plan.ts";
import { loadSharedAgent } from "./shared-agent.ts";

/** A request that creates something must not be sent twice, because Retell has no idempotency keys. */
export const ONCE = { maxRetries: 0 };

export type StoredVersion = { agent: AgentResponse; llm: LlmResponse };

/** One version of the agent with its LLM. Agent and LLM share their version numbers. */
export async function readVersion(client: Retell, agentId: string, version: number): Promise<StoredVersion> {
  const agent = await client.agent.retrieve(agentId, { version });
  const engine = agent.response_engine;
  if (engine.type !== "retell-llm") throw new Error(`Agent ${agentId} runs on "${engine.type}", not on a Retell LLM.`);
  const llm = await client.llm.retrieve(engine.llm_id, { version: engine.version ?? version });
  return { agent, llm };
}

export function changesTo(current: StoredVersion, wanted: AgentDefinition): Change[] {
  return [...differences(current.llm, wanted.llm, "llm"), ...differences(current.agent, wanted.agent, "agent")];
}

/** Every setting of an agent that does not exist yet. */
export function changesFromNothing(wanted: AgentDefinition): Change[] {
  return [...differences({}, wanted.llm, "llm"), ...differences({}, wanted.agent, "agent")];
}

/** Creates a draft as a copy of `base` and returns its number. */
export async function createDraft(client: Retell, agentId: string, base: number): Promise<number> {
  const { version } = await client.agent.createVersion(agentId, { base_version: base }, ONCE);
  if (version === undefined) throw new Error(`Retell made a draft of ${agentId} without a version number.`);
  return version;
}

/** Makes a draft equal to the definition. Safe to repeat: it writes only what is missing. */
export async function fillDraft(client: Retell, agentId: string, version: number, wanted: AgentDefinition) {
  const { agent, llm } = await readVersion(client, agentId, version);
  if (differences(llm, wanted.llm).length > 0)
    await client.llm.update(llm.llm_id, { version: llm.version ?? version, ...wanted.llm });
  if (differences(agent, wanted.agent).length > 0) await client.agent.update(agentId, { version, ...wanted.agent });
  const missing = changesTo(await readVersion(client, agentId, version), wanted);
  if (missing.length > 0)
    throw new Error(`Retell did not keep ${missing.map((change) => change.path).join(", ")}; nothing was published.`);
}

/**
 * Publishes a draft. After an error or no answer Retell may have published it anyway, so we ask. Otherwise a rollback that
 * only seemed to fail would go one version too far the next time.
 */
export async function publishVersion(client: Retell, agentId: string, version: number, title: string): Promise<void> {
  try {
    await client.agent.publish(agentId, { version, version_title: title }, ONCE);
  } catch (error) {
    const { published } = await loadSharedAgent(client, agentId).catch(() => ({ published: null }));
    if (published === null)
      throw new Error(`It is not known whether version ${version} was published. Run: npm run agent -- status`);
    if (published?.version !== version) throw error;
  }
}
