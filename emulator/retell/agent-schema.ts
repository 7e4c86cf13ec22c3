import { z } from "zod";
import { LLM_MODELS } from "./models.ts";

export type AgentSettings = z.output<typeof AgentCreate>;

const ResponseEngine = z.discriminatedUnion("type", [
  z.object({ type: z.literal("retell-llm"), llm_id: z.string().min(1), version: z.number().int().min(0).nullish() }),
  z.object({
    type: z.literal("conversation-flow"),
    conversation_flow_id: z.string().min(1),
    version: z.number().int().min(0).nullish(),
  }),
  z.object({ type: z.literal("custom-llm"), llm_websocket_url: z.string().min(1) }),
]);

const AnalysisField = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("string"), name: z.string().min(1), description: z.string() }),
  z.looseObject({
    type: z.literal("enum"),
    name: z.string().min(1),
    description: z.string(),
    choices: z.array(z.string()).min(1),
  }),
  z.looseObject({ type: z.literal("boolean"), name: z.string().min(1), description: z.string() }),
  z.looseObject({ type: z.literal("number"), name: z.string().min(1), description: z.string() }),
  z.looseObject({
    type: z.literal("system-presets"),
    name: z.enum(["call_summary", "call_successful", "user_sentiment"]),
    description: z.string().optional(),
  }),
]);

const EVENTS = [
  "call_started",
  "call_ended",
  "call_analyzed",
  "transcript_updated",
  "transfer_started",
  "transfer_bridged",
  "transfer_cancelled",
  "transfer_ended",
] as const;

const unit = (max: number) => z.number().min(0).max(max);

// Fields with documented limits are checked; the rest of the agent is stored as it was sent.
const optionalFields = {
  agent_name: z.string().nullish(),
  language: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  timezone: z.string().refine(isTimeZone, "must be an IANA time zone").nullish(),
  webhook_url: z.string().nullish(),
  webhook_events: z.array(z.enum(EVENTS)).nullish(),
  webhook_timeout_ms: z.number().int().positive().optional(),
  voice_model: z.string().nullish(),
  fallback_voice_ids: z.array(z.string()).nullish(),
  voice_temperature: unit(2).optional(),
  voice_speed: z.number().min(0.5).max(2).optional(),
  volume: unit(2).optional(),
  responsiveness: unit(1).optional(),
  interruption_sensitivity: unit(1).optional(),
  enable_backchannel: z.boolean().optional(),
  boosted_keywords: z.array(z.string()).nullish(),
  max_call_duration_ms: z.number().int().min(60_000).max(7_200_000).optional(),
  end_call_after_silence_ms: z.number().int().min(10_000).optional(),
  begin_message_delay_ms: z.number().int().min(0).max(5_000).optional(),
  ring_duration_ms: z.number().int().min(5_000).max(300_000).optional(),
  reminder_trigger_ms: z.number().positive().optional(),
  reminder_max_count: z.number().int().min(0).optional(),
  post_call_analysis_data: z.array(AnalysisField).nullish(),
  post_call_analysis_model: z.enum(LLM_MODELS).nullish(),
  data_storage_setting: z.enum(["everything", "everything_except_pii", "basic_attributes_only"]).optional(),
  data_storage_retention_days: z.number().int().min(1).max(730).nullish(),
  opt_in_signed_url: z.boolean().optional(),
  signed_url_expiration_ms: z.number().positive().nullish(),
  version_title: z.string().nullish(),
  version_description: z.string().nullish(),
};

export const AgentCreate = z.looseObject({
  response_engine: ResponseEngine,
  voice_id: z.string().min(1),
  ...optionalFields,
});

/** Update, and the `agent` half of a call's `agent_override`: every field of create, all optional. */
export const AgentUpdate = AgentCreate.partial();

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
