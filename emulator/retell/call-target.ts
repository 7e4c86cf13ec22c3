import { RetellError } from "../errors.ts";
import type { AgentSettings } from "./agent-schema.ts";
import type { CallRequest } from "./call-request.ts";
import type { InboundAnswer } from "./inbound.ts";
import type { LlmSettings } from "./llm-schema.ts";
import type { PhoneNumber } from "./number-schema.ts";
import { findAgent } from "./routes-agents.ts";
import { findLlm } from "./routes-llms.ts";
import type { Store } from "./store.ts";
import { resolveVersion } from "./versions.ts";

/** Where a call to a number goes before the webhook has answered. */
export type Line = { webhookUrl: string | null; bound: AgentRef | null };
type AgentRef = { agent_id: string; agent_version?: string | number | undefined };
export type Target = {
  agent_id: string;
  version: number;
  agent: AgentSettings;
  llm: LlmSettings;
  tagVariables: Record<string, string>;
};

/** The line of a number at Retell, or of one that is treated as if it were there; null if the number is unknown. */
export function findLine(store: Store, request: CallRequest): Line | null {
  if (request.as_if_imported !== undefined) {
    const { agent_id, inbound_webhook_url } = request.as_if_imported;
    const agent = agent_id === undefined ? store.state.agents.at(-1) : findAgent(store, agent_id);
    if (agent === undefined) return { webhookUrl: inbound_webhook_url, bound: null };
    const isPublished = agent.versions.some((v) => v.is_published);
    const agent_version = isPublished ? "latest_published" : "latest";
    return { webhookUrl: inbound_webhook_url, bound: { agent_id: agent.agent_id, agent_version } };
  }
  const number = store.state.numbers.find((n) => n.phone_number === request.to);
  return number === undefined ? null : { webhookUrl: number.inbound_webhook_url ?? null, bound: pick(number) };
}

/** The agent that answers: the webhook's choice or else the bound one, with overrides applied; null if there is none. */
export function findTarget(store: Store, bound: AgentRef | null, answer: InboundAnswer | null): Target | null {
  try {
    return resolveTarget(store, bound, answer);
  } catch (error) {
    if (error instanceof RetellError) return null; // the agent or its version is gone
    throw error;
  }
}

function resolveTarget(store: Store, bound: AgentRef | null, answer: InboundAnswer | null): Target | null {
  const chosen = answer?.override_agent_id
    ? { agent_id: answer.override_agent_id, agent_version: answer.override_agent_version ?? undefined }
    : bound && { ...bound, agent_version: answer?.override_agent_version ?? bound.agent_version };
  if (chosen === null) return null;
  const agent = findAgent(store, chosen.agent_id);
  const version = resolveVersion(agent, chosen.agent_version);
  const engine = version.settings.response_engine;
  if (engine.type !== "retell-llm") return null; // only Retell's own LLM can be simulated here
  const llm = resolveVersion(findLlm(store, engine.llm_id), engine.version ?? "latest");
  const override = answer?.agent_override;
  const voice_id = override?.agent?.voice_id ?? version.settings.voice_id;
  const tag = typeof chosen.agent_version === "string" ? agent.tags[chosen.agent_version] : undefined;
  return {
    agent_id: agent.agent_id,
    version: version.version,
    agent: { ...version.settings, ...override?.agent, response_engine: engine, voice_id },
    llm: { ...llm.settings, ...override?.retell_llm },
    tagVariables: tag?.dynamic_variables ?? {},
  };
}

// One agent for each call, by weight.
function pick({ inbound_agents }: PhoneNumber): AgentRef | null {
  const agents = inbound_agents ?? [];
  let left = Math.random();
  for (const agent of agents) {
    left -= agent.weight;
    if (left <= 0) return agent;
  }
  return agents.at(-1) ?? null;
}
