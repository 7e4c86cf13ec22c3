import { randomBytes } from "node:crypto";

/** A new id as Retell makes them, such as `agent_0f3a…`. */
export function newId(kind: "agent" | "llm" | "call" | "tool_call" | "message" | "email"): string {
  return `${kind}_${randomBytes(15).toString("hex")}`;
}
