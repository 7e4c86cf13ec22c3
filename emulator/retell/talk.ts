import type { CallSession } from "./call-session.ts";
import type { Draft } from "./message-draft.ts";
import type { CustomTool, Tool, TransferTool } from "./tool-schema.ts";

/** What the agent knows and is waiting for. */
export type Talk = {
  session: CallSession;
  tools: Tool[];
  known: Record<string, string>; // the caller's own words, as arguments of the look-up
  found: Record<string, unknown> | null; // the latest reservation
  asksSecondFactor: boolean;
  locked: boolean;
  /** "offer": the agent has offered to take a message. */
  pending:
    | { kind: "transfer"; tool: TransferTool; to: "driver" | "office" }
    | { kind: "message"; draft: Draft }
    | { kind: "offer" }
    | null;
  outcome: Outcome;
  ended: EndReason | null;
};
type EndReason = "user_hangup" | "agent_hangup" | "call_transfer";
type Outcome = {
  lookUps: number;
  finds: number;
  messages: number;
  offered: boolean;
  transferredTo: "driver" | "office" | null;
  callerName: string;
  confirmation: string;
  unanswered: string;
  apologised: boolean;
};

export function newTalk(session: CallSession): Talk {
  return {
    session,
    tools: session.llm.general_tools ?? [],
    known: {},
    found: null,
    asksSecondFactor: false,
    locked: false,
    pending: null,
    outcome: {
      lookUps: 0,
      finds: 0,
      messages: 0,
      offered: false,
      transferredTo: null,
      callerName: "",
      confirmation: "",
      unanswered: "",
      apologised: false,
    },
    ended: null,
  };
}

export function toolNamed(talk: Talk, fits: (tool: CustomTool) => boolean): CustomTool | undefined {
  return talk.tools.find((tool): tool is CustomTool => tool.type === "custom" && fits(tool));
}
