import { decideRoute, type Route, type RoutingSettings } from "./decide.ts";

export type Answers = "agent" | "office_then_agent";

const MOST_CHANGES = 8; // an opening that changes nothing is followed by a closing that may; in some modes neither does

export function whoAnswers({ route }: Pick<Route, "route">): Answers {
  return route === "agent" ? "agent" : "office_then_agent";
}

/** When somebody else answers first, and who (epoch milliseconds); null = nobody else, as far as the settings say. */
export function nextAnswerChange(routing: RoutingSettings, now: number): { at: number; answers: Answers } | null {
  const present = decideRoute(routing, now);
  let at = present.until;
  for (let changes = 0; at !== null && changes < MOST_CHANGES; changes++) {
    const next = decideRoute(routing, at);
    if (next.route !== present.route) return { at, answers: whoAnswers(next) };
    at = next.until;
  }
  return null;
}
