import { isDeepStrictEqual } from "node:util";
import type { CallSession } from "./call-session.ts";
import type { PlaygroundRequest } from "./playground-schema.ts";

type KnownAnswer = NonNullable<CallSession["knownAnswer"]>;

/**
 * What tools answer in the playground without being asked: what the conversation already contains, then the first mock
 * that fits. A tool that neither of them answers for is really called.
 */
export function knownAnswers({ messages, tool_mocks }: PlaygroundRequest): KnownAnswer {
  const earlier = earlierAnswers(messages);
  return (tool, args) => {
    const at = earlier.findIndex((one) => one.tool === tool && isDeepStrictEqual(one.args, args));
    const [repeated] = at === -1 ? [] : earlier.splice(at, 1);
    if (repeated) return repeated;
    const mock = tool_mocks.find(({ tool_name, input_match_rule: rule }) => {
      if (tool_name !== tool) return false;
      return rule.type === "any" || Object.entries(rule.args).every(([name, value]) => args[name] === value);
    });
    return mock && { content: mock.output, ok: mock.result ?? true };
  };
}

function earlierAnswers(messages: PlaygroundRequest["messages"]) {
  return messages.flatMap((message) => {
    if (message.role !== "tool_call_invocation") return [];
    const { tool_call_id, name: tool, arguments: given } = message;
    const result = messages.find((one) => one.role === "tool_call_result" && one.tool_call_id === tool_call_id);
    if (result?.role !== "tool_call_result") return [];
    return [{ tool, args: argumentsIn(given), content: result.content, ok: result.successful ?? true }];
  });
}

function argumentsIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
