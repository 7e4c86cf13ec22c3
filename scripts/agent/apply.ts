import type Retell from "retell-sdk";
import { APIError } from "retell-sdk";
import { dedicatedDefinition } from "../../worker/agent/dedicated.ts";
import { type AgentDefinition, agentDefinition } from "../../worker/agent/definition.ts";
import type { Company } from "./company.ts";
import type { Change } from "./plan.ts";
import { changesFromNothing, changesTo, createDraft, fillDraft, ONCE, publishVersion, readVersion } from "./release.ts";
import { findSharedAgent, type SharedAgent } from "./shared-agent.ts";

/** `company`: its own agent instead of the shared one. */
type Target = { client: Retell; publicUrl: string; company?: Company };
type Applied = { agentId: string; version: number; changes: Change[] };
export type ApplyResult = Applied & { kind: "unchanged" | "drafted" | "published" };

/** What apply would do: create the agent, or change the settings that differ from the version that answers calls now. */
export async function planAgent({ client, publicUrl, company }: Target) {
  const wanted = wantedAgent(publicUrl, company);
  const shared = await findSharedAgent(client, wanted.agent.agent_name ?? undefined);
  if (!shared) return { kind: "create" as const, wanted, changes: changesFromNothing(wanted) };
  const base = currentVersion(shared);
  const changes = changesTo(await readVersion(client, shared.agentId, base), wanted);
  if (changes.length === 0 && shared.published) return { kind: "unchanged" as const, shared, version: base };
  return { kind: "change" as const, shared, base, changes, wanted };
}

/**
 * Makes the agent at Retell equal to its definition and publishes it (`publish: false` stops at the draft).
 * Callers hear the published version until the last step, so a failure on the way affects nobody. Running it again
 * continues with the draft that was left.
 */
export async function applyAgent({
  client,
  publicUrl,
  company,
  publish = true,
}: Target & { publish?: boolean }): Promise<ApplyResult> {
  const plan = await planAgent({ client, publicUrl, ...(company && { company }) });
  if (plan.kind === "unchanged")
    return { kind: "unchanged", agentId: plan.shared.agentId, version: plan.version, changes: [] };
  const { agentId, version, changes } =
    plan.kind === "create" ? await createAgent(client, plan.wanted) : await draftChanges(client, plan);
  if (!publish) return { kind: "drafted", agentId, version, changes };
  await publishVersion(client, agentId, version, "Applied from the repository");
  return { kind: "published", agentId, version, changes };
}

function wantedAgent(publicUrl: string, company: Company | undefined): AgentDefinition {
  const shared = agentDefinition({ publicUrl });
  return company ? dedicatedDefinition(shared, company.id, company.differences) : shared;
}

type Plan = { shared: SharedAgent; base: number; changes: Change[]; wanted: AgentDefinition };

async function draftChanges(client: Retell, { shared, base, changes, wanted }: Plan): Promise<Applied> {
  const { agentId } = shared;
  const version = leftOverDraft(shared) ?? (await createDraft(client, agentId, base));
  await fillDraft(client, agentId, version, wanted);
  return { agentId, version, changes };
}

async function createAgent(client: Retell, wanted: AgentDefinition): Promise<Applied> {
  const { llm_id } = await client.llm.create(wanted.llm, ONCE);
  try {
    const agent = await client.agent.create({ ...wanted.agent, response_engine: { type: "retell-llm", llm_id } }, ONCE);
    return { agentId: agent.agent_id, version: agent.version, changes: [] };
  } catch (error) {
    // Only a clear refusal proves that no agent uses the LLM; after a timeout one may.
    if (error instanceof APIError && error.status !== undefined && error.status < 500 && error.status !== 408)
      await client.llm.delete(llm_id);
    throw error;
  }
}

/** The published version, or the newest draft of an agent that was never published. */
function currentVersion(shared: SharedAgent): number {
  const version = shared.published ?? shared.versions[0];
  if (!version) throw new Error(`Agent ${shared.agentId} has no versions.`);
  return version.version;
}

/** A draft made from the published version by a run that did not finish. Other drafts are left alone. */
function leftOverDraft({ published, versions }: SharedAgent): number | undefined {
  const draft = versions.find(
    (version) => !version.is_published && (!published || version.base_version === published.version),
  );
  return draft?.version;
}
