export type Word = { word: string; start: number; end: number }; // seconds of audio time

/** One line of a conversation. */
export type SpokenLine = { role: "agent" | "user"; content: string };
type Utterance = SpokenLine & { words: Word[] };
type TranscriptItem =
  | Utterance
  | { role: "tool_call_invocation"; tool_call_id: string; name: string; arguments: string }
  | { role: "tool_call_result"; tool_call_id: string; content: string; successful: boolean };

export type CallAnalysis = {
  call_summary?: string;
  user_sentiment?: "Negative" | "Positive" | "Neutral" | "Unknown";
  call_successful?: boolean;
  in_voicemail?: boolean;
  custom_analysis_data: Record<string, string | number | boolean>;
};
export type Spread = {
  p50: number;
  p90: number;
  p95: number;
  p99: number;
  max: number;
  min: number;
  num: number;
  values: number[];
};
export type CallCost = {
  product_costs: { product: string; unit_price: number; cost: number }[]; // cents, unit_price per second
  total_duration_seconds: number;
  total_duration_unit_price: number;
  combined_cost: number;
};

/** A phone call as Retell shows it in get-call, in events and in tool requests. Times are Unix ms. */
export type Call = {
  call_type: "phone_call";
  call_id: string;
  agent_id: string;
  agent_version: number;
  agent_name?: string;
  call_status: "registered" | "not_connected" | "ongoing" | "ended" | "error";
  from_number: string;
  to_number: string;
  direction: "inbound";
  metadata?: Record<string, unknown>;
  retell_llm_dynamic_variables?: Record<string, string>;
  collected_dynamic_variables?: Record<string, string>;
  custom_sip_headers?: Record<string, string>;
  data_storage_setting: string;
  opt_in_signed_url: boolean;
  start_timestamp: number;
  end_timestamp?: number;
  transfer_end_timestamp?: number;
  duration_ms?: number;
  transcript: string;
  transcript_object: Utterance[];
  transcript_with_tool_calls: TranscriptItem[];
  latency: { e2e?: Spread };
  disconnection_reason?: string;
  transfer_destination?: string;
  recording_url?: string; // from call_ended on
  call_analysis?: CallAnalysis;
  call_cost?: CallCost;
};
