import type { AgentSettings } from "./agent-schema.ts";
import type { CallClock } from "./call-clock.ts";
import type { Call } from "./call-object.ts";
import type { EventQueue } from "./events.ts";
import type { Faults } from "./faults.ts";
import type { LlmSettings } from "./llm-schema.ts";
import { type Lookup, render, type Variables } from "./render.ts";
import { systemVariable } from "./system-variables.ts";

export type ToolReport = {
  name: string;
  args: Record<string, unknown>;
  response: unknown; // parsed when it is JSON, else text
  ms: number;
  status: number | null;
  attempts: number;
};

/** An answer that is known without asking the tool; undefined where the tool itself must be asked. */
type KnownAnswer = (tool: string, args: Record<string, unknown>) => { content: string; ok: boolean } | undefined;

/** Everything one call needs while it runs. */
export type CallSession = {
  call: Call;
  agent: AgentSettings;
  llm: LlmSettings;
  clock: CallClock;
  given: Variables; // defaults < SIP headers < the webhook's values
  collected: Variables; // set by tools during the call; they win
  toolReports: ToolReport[];
  turnGaps: number[]; // ms between the caller's last word and the agent's first
  events: EventQueue;
  apiKey: string;
  origin: string; // where the stand-in is reached
  faults: Faults;
  knownAnswer?: KnownAnswer; // only in the playground
};

export function lookupOf(session: CallSession): Lookup {
  return (name) =>
    systemVariable(name, session.call, session.clock.now()) ?? session.collected[name] ?? session.given[name];
}

export function rendered(session: CallSession, template: string): string {
  return render(template, lookupOf(session));
}
