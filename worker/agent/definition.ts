import type { AgentCreateParams } from "retell-sdk/resources/agent";
import type { LlmCreateParams } from "retell-sdk/resources/llm";
import { LONGEST_RETENTION_DAYS } from "../calls/retention-limits.ts";
import { AGENT_NAME } from "./agent-name.ts";
import { POST_CALL_ANALYSIS } from "./analysis.ts";
import { NEUTRAL_VARIABLES } from "./defaults.ts";
import { agentPrompt } from "./prompt.ts";
import { agentTools } from "./tools.ts";

export type AgentDefinition = { agent: Omit<AgentCreateParams, "response_engine">; llm: LlmCreateParams };

/**
 * The one agent that serves every company, in the request shapes of Retell's create-agent and create-retell-llm.
 * `publicUrl` is the address at which Retell reaches the Worker: a bare origin. Anything else is refused.
 */
export function agentDefinition({ publicUrl }: { publicUrl: string }): AgentDefinition {
  const origin = workerOrigin(publicUrl);
  return {
    agent: {
      agent_name: AGENT_NAME,
      // One of Retell's own voices: it is included in the base price and speaks both languages below.
      voice_id: "retell-Cimo",
      language: ["en-US", "es-419"],
      // Callers say the company's name, and transcribers often miss it.
      boosted_keywords: ["{{company_name}}"],
      // Only a fallback for Retell's own clock: the prompt uses the webhook's local_time.
      timezone: "America/Phoenix",
      webhook_url: `${origin}/retell/call-events`,
      webhook_events: ["call_started", "call_ended", "call_analyzed"],
      // Fifteen minutes; ordinary calls take two or three.
      max_call_duration_ms: 900_000,
      // Callers may be looking for their confirmation mail: ask twice, then hang up.
      reminder_trigger_ms: 15_000,
      reminder_max_count: 2,
      end_call_after_silence_ms: 60_000,
      post_call_analysis_data: POST_CALL_ANALYSIS,
      data_storage_setting: "everything",
      // The longest that any company may choose, because one agent serves all of them. A job deletes what a company
      // keeps shorter.
      data_storage_retention_days: LONGEST_RETENTION_DAYS,
      // Recordings and transcripts can be reached only through links that expire.
      opt_in_signed_url: true,
    },
    llm: {
      // Uses tools dependably, accepts a temperature and answers quickly. Newer models think first, which is silence on
      // the phone.
      model: "gpt-4.1",
      model_temperature: 0.1,
      start_speaker: "agent",
      begin_message: "{{welcome_message}}",
      general_prompt: agentPrompt(),
      general_tools: agentTools(origin),
      default_dynamic_variables: NEUTRAL_VARIABLES,
    },
  };
}

function workerOrigin(publicUrl: string): string {
  const url = URL.parse(publicUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
    throw new TypeError(
      `PUBLIC_URL must be an origin such as https://nightdesk.example, not ${JSON.stringify(publicUrl)}`,
    );
  return url.origin;
}
