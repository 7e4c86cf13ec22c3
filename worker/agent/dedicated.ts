import * as z from "zod";
import { dedicatedAgentName } from "./agent-name.ts";
import type { AgentDefinition } from "./definition.ts";
import { agentPrompt, promptSections } from "./prompt.ts";

/** Sections that protect callers and other companies. No company's agent may do without them. */
const FIXED = ["call", "not_ready", "safety", "never"] as const;

type Section = Exclude<keyof ReturnType<typeof promptSections>, (typeof FIXED)[number]>;

const REPLACEABLE = Object.keys(promptSections()).filter((name) => !FIXED.some((fixed) => fixed === name)) as [
  Section,
  ...Section[],
]; // the keys of that object without the fixed ones

const text = z.string().trim().min(1).max(4_000);

/** How the agent of one company differs from the shared one: a small file under version control. */
export const agentDifferences = z.strictObject({
  /** Why this company needs an agent of its own, for whoever reads the file. */
  why: text,
  /** Sections of the prompt that are replaced, by name. */
  replaced: z.partialRecord(z.enum(REPLACEABLE), text).default({}),
  /** Sections that are added before the rules about what the agent never does. */
  added: z.array(text).max(10).default([]),
  voice_id: z.string().min(1).optional(),
  language: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** Tools that this agent does not have, by name. */
  tools_off: z.array(z.string()).default([]),
});

export type AgentDifferences = z.output<typeof agentDifferences>;

/**
 * The shared definition with one company's differences.
 * @throws Error naming a tool that does not exist, because a misspelled one would stay on
 */
export function dedicatedDefinition(
  shared: AgentDefinition,
  companyId: string,
  { replaced, added, voice_id, language, tools_off }: AgentDifferences,
): AgentDefinition {
  const tools = shared.llm.general_tools ?? [];
  const unknown = tools_off.find((name) => !tools.some((tool) => tool.name === name));
  if (unknown !== undefined) throw new Error(`The agent has no tool called "${unknown}".`);
  const { never, ending, ...others } = { ...promptSections(), ...replaced };
  return {
    agent: {
      ...shared.agent,
      agent_name: dedicatedAgentName(companyId),
      ...(voice_id !== undefined && { voice_id }),
      ...(language !== undefined && { language: language as NonNullable<AgentDefinition["agent"]["language"]> }), // Retell checks it
    },
    llm: {
      ...shared.llm,
      general_prompt: agentPrompt([...Object.values(others), ...added, never, ending]),
      general_tools: tools.filter(({ name }) => !tools_off.includes(name)),
    },
  };
}
