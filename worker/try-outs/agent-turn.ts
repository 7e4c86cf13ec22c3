import type { PlaygroundCompletionParams, PlaygroundCompletionResponse } from "retell-sdk/resources/playground";
import { ACTED_ANSWERS, isLookUp, isTransfer, type LookUp, lookUpKey } from "./tools.ts";
import type { TurnMessage } from "./turn-schema.ts";

export type Question = Pick<PlaygroundCompletionParams, "messages" | "dynamic_variables" | "tool_mocks">;
type Mock = NonNullable<Question["tool_mocks"]>[number];

const MOST_REQUESTS = 4; // for one turn: three different look-ups, which no caller's sentence needs
const UNANSWERED = JSON.stringify({ found: false, message: "The look-up has not answered yet. Say that you wait." });

/**
 * The agent's answer to the caller's last words. A look-up that we have not answered
 * yet stops it: what the agent says after that is thrown away, and the turn is asked
 * for again with our own look-up's answer as a mock for exactly these arguments.
 */
export async function agentTurn(
  ask: (question: Question) => Promise<PlaygroundCompletionResponse>,
  look: (given: string) => Promise<LookUp>,
  question: Pick<Question, "messages" | "dynamic_variables">,
): Promise<{ messages: TurnMessage[]; ended: boolean }> {
  const answered: LookUp[] = [];
  for (let requests = 1; ; requests++) {
    const isLast = requests === MOST_REQUESTS;
    const reply = await ask({ ...question, tool_mocks: mocks(answered, isLast) });
    const open = isLast
      ? undefined
      : reply.messages.map(lookUpIn).find((given) => given !== null && !find(answered, given));
    if (open === undefined || open === null) return said(reply, answered);
    answered.push(await look(open));
  }
}

/** Mocks are tried in order, so those that name the most arguments come first. The last request answers any look-up. */
function mocks(answered: LookUp[], isLast: boolean): Mock[] {
  const exact = answered.toSorted((one, other) => Object.keys(other.args).length - Object.keys(one.args).length);
  const latest = isLast ? answered.at(-1)?.content : undefined;
  return [
    ...exact.map(({ args, content }): Mock => mock("check_reservation", content, { type: "partial_match", args })),
    mock("check_reservation", latest ?? UNANSWERED),
    ...[...ACTED_ANSWERS].map(([name, content]) => mock(name, content)),
  ];
}

function mock(tool_name: string, output: string, input_match_rule: Mock["input_match_rule"] = { type: "any" }): Mock {
  return { tool_name, output, input_match_rule, ...(isTransfer(tool_name) && { result: true }) };
}

function lookUpIn(message: PlaygroundCompletionResponse["messages"][number]): string | null {
  return message.role === "tool_call_invocation" && isLookUp(message.name) ? message.arguments : null;
}

function find(answered: LookUp[], given: string): LookUp | undefined {
  const key = lookUpKey(given);
  return answered.find((one) => one.key === key);
}

/** What was said and used, with our own answer after each tool. Everything else that Retell notes is left out. */
function said({ messages, call_ended }: PlaygroundCompletionResponse, answered: LookUp[]) {
  const shown = messages.flatMap((message): TurnMessage[] => {
    if (message.role === "agent") return [{ role: "agent", content: message.content }];
    if (message.role !== "tool_call_invocation") return [];
    const { role, name, arguments: given } = message;
    const found = isLookUp(name) ? (find(answered, given) ?? answered.at(-1)) : undefined;
    const content = found?.content ?? ACTED_ANSWERS.get(name);
    const used: TurnMessage = { role, name, arguments: given };
    return content === undefined ? [used] : [used, { role: "tool_call_result", content }];
  });
  const isTransferred = shown.some((one) => one.role === "tool_call_invocation" && isTransfer(one.name));
  return { messages: shown, ended: call_ended === true || isTransferred };
}
