import { useEffect, useRef, useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { RequestError } from "../request-error.ts";
import type { TurnMessage, Variables } from "./try-replies.ts";

type Problem = { message: string; code: string };

/**
 * A conversation with the agent as a caller with this number ("" for a withheld one). It begins with the greeting and
 * starts again when the caller changes. A line that could not be sent is not part of it.
 */
export function useTryOut(caller: string) {
  const [messages, setMessages] = useState<TurnMessage[]>([]);
  const [variables, setVariables] = useState<Variables | null>(null);
  const [ended, setEnded] = useState(false);
  const [waiting, setWaiting] = useState<string | null>(null); // the line that the agent is answering; "" for the greeting
  const [problem, setProblem] = useState<Problem | null>(null);
  const current = useRef(0); // an answer that belongs to an earlier conversation is dropped

  const take = async (before: TurnMessage[], line: string): Promise<boolean> => {
    const mine = current.current;
    const asked: TurnMessage[] = line === "" ? [] : [...before, { role: "user", content: line }];
    setWaiting(line);
    setProblem(null);
    try {
      const turn = await bodyOf(
        api["try-outs"].turns.$post({ json: { caller_number: caller || null, messages: asked } }),
      );
      if (mine !== current.current) return true;
      setMessages([...asked, ...turn.messages]);
      setVariables(turn.variables);
      setEnded(turn.ended);
      return true;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const reason = Object.values(error.fields)[0];
      if (mine === current.current) setProblem({ message: reason ?? error.message, code: error.code });
      return false;
    } finally {
      if (mine === current.current) setWaiting(null);
    }
  };

  const begin = () => {
    current.current += 1;
    setMessages([]);
    setEnded(false);
    void take([], "");
  };
  useEffect(begin, [caller]);

  return {
    messages,
    variables,
    ended,
    waiting,
    problem,
    begin,
    /** Resolves to whether the line was answered. */
    say: (line: string) => take(messages, line),
  };
}
