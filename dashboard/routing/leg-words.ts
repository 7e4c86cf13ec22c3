import type { InferResponseType } from "hono/client";
import type { api } from "../api.ts";
import type { NumberRoute } from "./route-query.ts";

type SeenCall = InferResponseType<(typeof api)["phone-numbers"][":id"]["route"]["calls"]["$get"], 200>["items"][number];

export type TestKind = "let_it_ring" | "while_closed" | "any_call";

/** What to do for each test; `dial` is the number that callers dial. */
export const TESTS: Record<TestKind, { title: string; todo: (dial: string) => string }> = {
  let_it_ring: {
    title: "Let it ring",
    todo: (dial) => `Call ${dial} from a mobile phone while your office should ring, and let nobody pick up.`,
  },
  while_closed: {
    title: "While you are closed",
    todo: (dial) => `Call ${dial} from a mobile phone outside your hours. Your agent should answer at once.`,
  },
  any_call: { title: "Start the test", todo: (dial) => `Call ${dial} from a mobile phone. Your agent should answer.` },
};

/** The tests that say something about this mode. */
export function testsOf({ method, answers }: Pick<NumberRoute, "method" | "answers">): TestKind[] {
  if (method === "none" || !answers) return [];
  if (answers.forwarding_mode === "always" || method === "trunk") return ["any_call"];
  return answers.forwarding_mode === "overflow" ? ["let_it_ring"] : ["let_it_ring", "while_closed"];
}

/** Each leg that a call has taken so far, in a sentence, with how long it took. */
export function legWords({ received_at, office, agent, forward_reason }: SeenCall): string[] {
  const legs: string[] = [];
  if (agent?.sent_at != null || office) legs.push("Your phone provider has asked us.");
  if (office) legs.push(officeWords(office));
  if (agent?.reached_at != null) {
    const after = agent.sent_at === null ? "" : ` ${seconds(agent.reached_at - agent.sent_at)} after we sent it on`;
    const total = office ? `, ${seconds(agent.reached_at - received_at)} after the call came in` : "";
    legs.push(`Your agent's number rang${after}${total}.`);
    if (!office && agent.sent_at === null && forward_reason)
      legs.push(`Your phone company says why: ${forward_reason}.`);
  } else if (agent) legs.push("We have sent it on to your agent. It has not arrived yet.");
  return legs;
}

const ENDS: Record<string, string> = {
  "no-answer": "Nobody picked up",
  busy: "The line was busy",
  failed: "The call to it failed",
  canceled: "The caller hung up",
};

function officeWords({ ended, milliseconds, talked_seconds }: NonNullable<SeenCall["office"]>): string {
  if (ended === null) return "Your office is ringing.";
  if (ended === "not_told") {
    return "Your office rang. Either somebody is talking there, or nobody has told us how the call went on.";
  }
  const after = milliseconds === null ? "" : ` after ${seconds(milliseconds)}`;
  if (ended === "completed" || ended === "answered") {
    return `Your office's line picked up, and the call was over${after} (${talked_seconds ?? 0} s of talk).`;
  }
  return `Your office rang. ${ENDS[ended] ?? "It was not reached"}${after}.`;
}

function seconds(milliseconds: number): string {
  const whole = Math.max(Math.round(milliseconds / 1000), 0);
  return whole === 1 ? "1 second" : `${whole} seconds`;
}
