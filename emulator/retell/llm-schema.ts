import { z } from "zod";
import { LLM_MODELS, SPEECH_MODELS } from "./models.ts";
import { Tools } from "./tool-schema.ts";

export type LlmSettings = z.output<typeof LlmCreate>;

const overridable = {
  model: z.enum(LLM_MODELS).nullish(),
  s2s_model: z.enum(SPEECH_MODELS).nullish(),
  model_temperature: z.number().min(0).max(1).nullish(),
  model_high_priority: z.boolean().nullish(),
  tool_call_strict_mode: z.boolean().nullish(),
  knowledge_base_ids: z.array(z.string()).nullish(),
  kb_config: z
    .object({ top_k: z.number().int().min(1).max(10).optional(), filter_score: z.number().min(0).max(1).optional() })
    .nullish(),
  start_speaker: z.enum(["user", "agent"]).optional(),
  begin_after_user_silence_ms: z.number().int().nullish(),
  begin_message: z.string().nullish(),
};

const oneModel = (llm: { model?: unknown; s2s_model?: unknown }) => !(llm.model && llm.s2s_model);
const ONE_MODEL = "must not set both model and s2s_model";

export const LlmCreate = z
  .looseObject({
    ...overridable,
    general_prompt: z.string().nullish(),
    general_tools: Tools.nullish(),
    states: z.array(z.looseObject({ name: z.string(), tools: Tools.optional() })).nullish(),
    starting_state: z.string().nullish(),
    default_dynamic_variables: z.record(z.string(), z.string()).nullish(),
    mcps: z.array(z.looseObject({})).nullish(),
  })
  .refine(oneModel, ONE_MODEL);

/** What a single call may override. The prompt, the tools and the default variables cannot be overridden. */
export const LlmOverride = z.strictObject(overridable).refine(oneModel, ONE_MODEL);
