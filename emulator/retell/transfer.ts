import { lookupOf, rendered } from "./call-session.ts";
import { unsetVariables } from "./render.ts";
import type { Talk } from "./talk.ts";
import type { TransferTool } from "./tool-schema.ts";
import { recordInvocation, recordResult, speak } from "./transcript.ts";

type Target = "driver" | "office";

/** Offers to connect the caller if that is allowed, otherwise says why not. */
export function offerTransfer(talk: Talk, to: Target): void {
  const { session, found } = talk;
  const tool = transferTool(talk, to);
  const lookup = lookupOf(session);
  const driverAllowed = found?.transfer_available === true && (lookup("transfer_enabled") ?? "true") === "true";
  const allowed = to === "driver" ? driverAllowed : lookup("is_open") === "true";
  if (tool !== undefined && allowed && destination(talk, tool) !== null) {
    talk.pending = { kind: "transfer", tool, to };
    talk.outcome.offered = true;
    speak(
      session,
      "agent",
      `I can connect you to ${to === "driver" ? "your driver" : "the office"}. Shall I connect you?`,
    );
    return;
  }
  if (to === "driver" && found === null) {
    speak(session, "agent", "Let me find your reservation first. What is your confirmation number?");
    return;
  }
  speak(session, "agent", `${refusal(talk, to)} I can take a message for the office if you like.`);
}

/** Transfers the caller, which ends the agent's part of the call. */
export function transfer(talk: Talk, tool: TransferTool, to: Target): void {
  const { session } = talk;
  const number = destination(talk, tool);
  if (number === null) {
    speak(session, "agent", "I'm sorry, I cannot connect you right now.");
    return;
  }
  speak(session, "agent", `One moment, I'm connecting you to ${to === "driver" ? "your driver" : "the office"}.`);
  const id = recordInvocation(session, tool.name, {});
  const { content, ok } = session.knownAnswer?.(tool.name, {}) ?? { content: "Transfer successful", ok: true };
  recordResult(session, id, content, ok);
  if (!ok) {
    speak(session, "agent", "I'm sorry, nobody picked up. I can take a message for the office if you like.");
    return;
  }
  session.toolReports.push({
    name: tool.name,
    args: {},
    response: { transferred_to: number },
    ms: 0,
    status: null,
    attempts: 0,
  });
  const event = { transfer_destination: { number }, transfer_option: { type: tool.transfer_option.type } };
  session.call.transfer_destination = number;
  session.events.send("transfer_started", session.call, event);
  session.events.send("transfer_bridged", session.call, event);
  talk.outcome.transferredTo = to;
  talk.ended = "call_transfer";
}

// There is one tool per target. The driver's is recognised by its name or by the variable of its number.
function transferTool(talk: Talk, to: Target): TransferTool | undefined {
  const tools = talk.tools.filter((tool): tool is TransferTool => tool.type === "transfer_call");
  return tools.find((tool) => /driver/i.test(`${tool.name} ${rawNumber(tool)}`) === (to === "driver"));
}

function rawNumber({ transfer_destination: to }: TransferTool): string {
  return to.type === "predefined" ? to.number : "";
}

// A variable that is not set would be dialled as it is written.
function destination(talk: Talk, tool: TransferTool): string | null {
  const raw = rawNumber(tool);
  if (raw === "" || unsetVariables(raw, lookupOf(talk.session)).length > 0) return null;
  return rendered(talk.session, raw).trim() || null;
}

function refusal(talk: Talk, to: Target): string {
  if (to === "office") {
    const notice = lookupOf(talk.session)("after_hours_message") ?? "";
    const closed = lookupOf(talk.session)("is_open") !== "true";
    return closed && notice !== "" ? notice : "I cannot connect you to the office right now.";
  }
  const reason = talk.found?.transfer_reason;
  // Sentences are spoken; codes such as `import_stale` are not.
  return typeof reason === "string" && reason.includes(" ") ? reason : "I cannot connect you to the driver right now.";
}
