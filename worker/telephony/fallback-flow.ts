import { AGENT, connectAgent, type StudioFlow, state, to } from "./studio-flow.ts";

/** A flow that only connects the agent: Twilio runs it when our voice address does not answer. */
export function fallbackFlow(agentNumber: string): StudioFlow {
  return {
    description: "Nightdesk: connects the agent while Nightdesk itself does not answer.",
    states: [
      state("Trigger", "trigger", [to("incomingMessage"), to("incomingCall", AGENT), to("incomingRequest")], [0, 0]),
      connectAgent(agentNumber, [0, 200]),
    ],
    initial_state: "Trigger",
    flags: { allow_concurrent_calls: true },
  };
}
