import type { AgentSettings } from "./agent-schema.ts";
import type { Call } from "./call-object.ts";
import { deliver } from "./deliver.ts";
import type { Faults } from "./faults.ts";

export type EventReport = { event: string; status: number | null; attempts: number };
type EventName = NonNullable<AgentSettings["webhook_events"]>[number];
type Extras = Record<string, unknown>;
export type EventQueue = {
  send: (event: EventName, call: Call, extras?: Extras) => void;
  finished: () => Promise<EventReport[]>;
};

const DEFAULT_EVENTS: EventName[] = ["call_started", "call_ended", "call_analyzed"];
const RETRIES = 3;

/**
 * A call's events, sent in order without holding up the call, each with the call as it was at that moment. Nothing is sent
 * if the agent has no `webhook_url` or did not ask for the event.
 */
export function eventQueue(options: {
  url: string | null;
  events: AgentSettings["webhook_events"];
  timeoutMs: number;
  apiKey: string;
  faults: Faults;
}): EventQueue {
  const { url, timeoutMs, apiKey, faults } = options;
  const wanted = options.events ?? DEFAULT_EVENTS;
  const reports: EventReport[] = [];
  let held: (() => Promise<void>) | undefined;
  let last = Promise.resolve();

  async function post(event: EventName, target: string, body: string): Promise<void> {
    const policy = { apiKey, timeoutMs, retries: RETRIES, where: "event" as const, names: [event], faults };
    const { status, attempts } = await deliver({ url: target, method: "POST", body }, policy);
    reports.push({ event, status, attempts });
  }

  async function release(): Promise<void> {
    const late = held;
    held = undefined;
    await late?.();
  }

  async function deliverEvent(event: EventName, target: string, body: string): Promise<void> {
    const fault = faults.take("event", [event], ["drop", "duplicate", "reorder"])?.kind;
    if (fault === "reorder") {
      await release();
      held = () => post(event, target, body);
      return;
    }
    if (fault === "drop") reports.push({ event, status: null, attempts: 0 });
    else await post(event, target, body);
    if (fault === "duplicate") await post(event, target, body);
    await release();
  }

  return {
    send(event, call, extras = {}) {
      if (url === null || !wanted.includes(event)) return;
      const body = JSON.stringify({ event, call, ...extras });
      last = last.then(() => deliverEvent(event, url, body));
    },
    async finished() {
      await last;
      await release();
      return reports;
    },
  };
}
