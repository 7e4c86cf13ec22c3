import type { PlaygroundCompletionParams } from "retell-sdk/resources/playground";
import { ACTED_ANSWERS, isLookUp, type LookUp } from "./tools.ts";
import type { TurnMessage } from "./turn-schema.ts";

type Sent = PlaygroundCompletionParams["messages"][number];

const MOST_LOOK_UPS = 20; // different ones in one conversation; each is made again every turn

/**
 * The conversation for the agent. Results that the client sends are dropped, and every look-up is made again, so that
 * the agent can only be told what this company's callers could hear, whatever a browser sends.
 * @param look makes a look-up for the signed-in company
 * @returns also the variables that the look-ups have set, as they would be in a call
 */
export async function retold(messages: TurnMessage[], look: (given: string) => Promise<LookUp>) {
  const asked = messages.flatMap((one) =>
    one.role === "tool_call_invocation" && isLookUp(one.name) ? [one.arguments] : [],
  );
  const answers = new Map<string, LookUp>();
  for (const given of new Set(asked.slice(-MOST_LOOK_UPS))) answers.set(given, await look(given));
  const sent: Sent[] = [];
  let variables: Record<string, string> = {};
  for (const [index, message] of messages.entries()) {
    if (message.role === "tool_call_result") continue;
    if (message.role !== "tool_call_invocation") {
      sent.push(message);
      continue;
    }
    const { name, arguments: given } = message;
    const answer = isLookUp(name) ? answers.get(given) : undefined;
    const content = answer?.content ?? ACTED_ANSWERS.get(name);
    if (content === undefined) continue; // a tool that answers nothing, or one that the client made up
    const tool_call_id = `try_out_${index}`;
    sent.push({ ...message, tool_call_id }, { role: "tool_call_result", tool_call_id, content, successful: true });
    variables = { ...variables, ...answer?.variables };
  }
  return { sent, variables };
}
