import { z } from "zod";
import { AgentUpdate } from "./agent-schema.ts";
import { deliver } from "./deliver.ts";
import type { Faults } from "./faults.ts";
import { LlmOverride } from "./llm-schema.ts";

export type InboundReport = {
  status: number | null;
  attempts: number;
  ms: number;
  body: unknown;
  error: string | null;
};
export type InboundAnswer = z.output<typeof Answer>["call_inbound"];
/** `answer` is null if every try failed or the answer was invalid; the call then continues with default variables. */
export type InboundOutcome = { answer: InboundAnswer | null; report: InboundReport; waited_ms: number };

const RETRIES = 3;

const Answer = z.looseObject({
  call_inbound: z.looseObject({
    reject: z.unknown().optional(), // only the boolean true counts, anything else is ignored
    override_agent_id: z.string().nullish(),
    override_agent_version: z.union([z.number().int(), z.string()]).nullish(),
    dynamic_variables: z.record(z.string(), z.string("must be a string")).nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
    agent_override: z.looseObject({ agent: AgentUpdate.nullish(), retell_llm: LlmOverride.nullish() }).nullish(),
  }),
});

/** Rings the product: posts the signed inbound webhook and reads its answer. Times are real ms. */
export async function ringInbound(options: {
  url: string;
  body: Record<string, unknown>;
  apiKey: string;
  timeoutMs: number;
  faults: Faults;
}): Promise<InboundOutcome> {
  const { url, apiKey, timeoutMs, faults } = options;
  const names = [URL.parse(url)?.pathname ?? ""];
  const request = { url, method: "POST", body: JSON.stringify(options.body) };
  const delivery = await deliver(request, { apiKey, timeoutMs, retries: RETRIES, where: "inbound", names, faults });
  const { status, attempts, ms, waited_ms } = delivery;
  const read = delivery.ok ? readAnswer(delivery.body) : { answer: null, error: delivery.error };
  return {
    answer: read.answer,
    waited_ms,
    report: { status, attempts, ms, body: parsed(delivery.body), error: read.error },
  };
}

function readAnswer(body: string): { answer: InboundAnswer | null; error: string | null } {
  const result = Answer.safeParse(parsed(body));
  if (result.success) return { answer: result.data.call_inbound, error: null };
  const issue = result.error.issues[0];
  return { answer: null, error: `bad response: ${issue?.path.join(".") || "body"} ${issue?.message ?? ""}`.trim() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
