import { type DynamicVariables, NEUTRAL_VARIABLES } from "../agent/defaults.ts";
import { dynamicVariables } from "./dynamic-variables.ts";
import type { Ring } from "./envelope.ts";
import type { AnsweringProfile, Recognised } from "./store/answering.ts";

/** Retell's answer to a ring (Retell contract 1.2). */
export type InboundAnswer = {
  call_inbound:
    | { reject: true }
    | {
        dynamic_variables: DynamicVariables;
        metadata?: Record<string, string>;
        override_agent_id?: string;
        override_agent_version?: "latest_published";
        agent_override?: { retell_llm: { begin_message: string }; agent?: { voice_id?: string; language?: string } };
      };
};

/** A blocked caller gets exactly this. Any extra field could make the answer invalid and let the call through. */
export const REJECTION: InboundAnswer = { call_inbound: { reject: true } };

/** The company's own answer. `stale`: made from the last known profile because the database was out of reach. */
export function companyAnswer(
  profile: AnsweringProfile,
  ring: Ring,
  { now, recognised, stale = false }: { now: number; recognised: Recognised | null; stale?: boolean },
): InboundAnswer {
  const variables = dynamicVariables(profile, ring, now, recognised);
  return {
    call_inbound: {
      dynamic_variables: variables,
      metadata: { tenant_id: profile.userId, number_id: profile.numberId, ...(stale && { stale: "true" }) },
      ...(profile.retellAgentId && {
        override_agent_id: profile.retellAgentId,
        override_agent_version: "latest_published" as const, // otherwise a draft may answer
      }),
      agent_override: { retell_llm: { begin_message: variables.welcome_message }, ...voice(profile) },
    },
  };
}

/** A polite agent without any data, for a number that nobody has or when nothing is known about it. */
export function neutralAnswer(ring: Ring): InboundAnswer {
  const caller = { caller_number: ring.caller ?? "", forward_reason: ring.forwardReason };
  return { call_inbound: { dynamic_variables: { ...NEUTRAL_VARIABLES, ...caller } } };
}

/**
 * For an event that is not a call. A chat is greeted like a caller of an unknown number, because we do not answer
 * messages for companies. Everything else is only acknowledged, so that Retell does not send it again.
 */
export function otherAnswer(event: string) {
  return event === "chat_inbound" ? { chat_inbound: { dynamic_variables: NEUTRAL_VARIABLES } } : {};
}

function voice(profile: AnsweringProfile) {
  const agent = {
    ...(profile.voiceId && { voice_id: profile.voiceId }),
    ...(profile.language && { language: profile.language }),
  };
  return Object.keys(agent).length > 0 ? { agent } : {};
}
