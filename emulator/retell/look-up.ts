import { lookupOf, rendered } from "./call-session.ts";
import type { Heard } from "./caller-intent.ts";
import { findDate } from "./pickup-date.ts";
import { type Talk, toolNamed } from "./talk.ts";
import { callTool, type ToolAnswer, takes } from "./tool-call.ts";
import type { CustomTool } from "./tool-schema.ts";
import { speak } from "./transcript.ts";

/** Looks up a reservation if the line contains something to look up by; otherwise returns false. */
export async function lookUp(talk: Talk, heard: Heard, line: string): Promise<boolean> {
  const tool = toolNamed(talk, (t) => takes(t, "confirmation_number") && takes(t, "telephone") && !takes(t, "message"));
  if (tool === undefined || !learn(talk, heard, line)) return false;
  const { session } = talk;
  if (talk.locked) {
    offerMessage(talk, "I cannot look anything up again in this call. Shall I take a message for the office?");
    return true;
  }
  talk.outcome.lookUps += 1;
  const answer = await tryTwice(talk, tool);
  if (!answer.ok) {
    offerMessage(talk, "I'm sorry, I cannot reach the reservations right now. Shall I take a message for the office?");
    return true;
  }
  remember(talk, answer);
  speak(session, "agent", spoken(answer));
  return true;
}

function offerMessage(talk: Talk, words: string): void {
  talk.pending = { kind: "offer" };
  speak(talk.session, "agent", words);
}

/** What the tool wants the agent to say: its `summary` or `message`, or the whole answer if it is plain text. */
function spoken({ fields, text }: ToolAnswer): string {
  const { summary, message } = fields;
  if (typeof summary === "string" && summary !== "") return summary;
  if (typeof message === "string" && message !== "") return message;
  return Object.keys(fields).length === 0 && text !== "" ? text : "I found nothing under that.";
}

// A new number starts a new look-up; a name, a date or the telephone that was asked for is added to the number already given.
function learn(talk: Talk, heard: Heard, line: string): boolean {
  const { session } = talk;
  const lookup = lookupOf(session);
  const callerNumber = session.call.from_number.startsWith("+") ? session.call.from_number.slice(1) : null;
  const telephone = heard.telephone ?? (heard.thisPhone ? callerNumber : null);
  if (heard.confirmation !== null) talk.known = { confirmation_number: heard.confirmation };
  else if (telephone !== null) talk.known = { ...(talk.asksSecondFactor && numberOf(talk)), telephone };
  const isNew = heard.confirmation !== null || telephone !== null;
  const lastName = heard.lastName ?? (talk.asksSecondFactor ? surname(heard, line) : null);
  const date = isNew || talk.asksSecondFactor ? findDate(line, session.clock.now(), lookup("timezone") ?? "UTC") : null;
  if (lastName !== null) talk.known.last_name = lastName;
  if (date !== null) talk.known.pickup_date = date;
  const given = talk.known.confirmation_number !== undefined || talk.known.telephone !== undefined;
  return given && (isNew || lastName !== null || date !== null);
}

function numberOf({ known: { confirmation_number } }: Talk) {
  return confirmation_number === undefined ? {} : { confirmation_number };
}

// Asked for a last name, people answer "Vance" or "It's Vance".
function surname(heard: Heard, line: string): string | null {
  if (heard.name !== null) return heard.name.split(" ").at(-1) ?? null;
  return /^(?:it'?s |it is |the name is )?([\p{L}'’-]+)[.!]?$/iu.exec(line.trim())?.[1] ?? null;
}

async function tryTwice(talk: Talk, tool: CustomTool): Promise<ToolAnswer> {
  sayWait(talk, tool, "One moment, I'm looking that up.");
  const answer = await callTool(talk.session, tool, talk.known);
  if (answer.ok) return answer;
  speak(talk.session, "agent", "That took too long. I will try once more.");
  return callTool(talk.session, tool, talk.known);
}

export function sayWait(talk: Talk, tool: CustomTool, otherwise: string): void {
  if (tool.speak_during_execution !== true) return;
  const fixed = tool.execution_message_type === "static_text" ? tool.execution_message_description : undefined;
  speak(talk.session, "agent", rendered(talk.session, fixed ?? otherwise));
}

function remember(talk: Talk, { fields }: ToolAnswer): void {
  const isFound = fields.found === true;
  const said = String(fields.message ?? "");
  talk.found = isFound ? fields : null;
  talk.locked = fields.locked === true || fields.status === "locked";
  talk.asksSecondFactor = !isFound && /last name|pick-?up date/i.test(said);
  if (!isFound) return;
  talk.outcome.finds += 1;
  talk.outcome.confirmation = String(fields.confirmation_number ?? "");
}
