import { agentTools } from "../agent/tools.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { TOOLS, type ToolName } from "../tools/definitions.ts";
import { testLookup, testLookupArgs } from "../tools/test-lookup.ts";

const LOOK_UP = "check_reservation";

/** A look-up as the agent asked for it, and what our own look-up answers. */
export type LookUp = { key: string; args: Record<string, unknown>; content: string; variables: Record<string, string> };

/** Tools that would change something are only acted out, and say so. A new tool needs its answer here. */
const ACTED: Record<Exclude<ToolName, typeof LOOK_UP>, object> = {
  take_message: {
    taken: true,
    message: "The message was passed on to the office. What it asks for is requested, not done.",
    try_out: "This is a try-out: no message was stored or mailed.",
  },
};

const TRANSFERRED = { status: "success", try_out: "This is a try-out: nobody was called." };

/** What every tool except the look-up answers, whatever it is given. */
export const ACTED_ANSWERS = new Map<string, string>([
  ...Object.entries(ACTED).map(([name, answer]): [string, string] => [name, JSON.stringify(answer)]),
  ...transferTools().map((name): [string, string] => [name, JSON.stringify(TRANSFERRED)]),
]);

export function isTransfer(tool: string): boolean {
  return transferTools().includes(tool);
}

export function isLookUp(tool: string): boolean {
  return tool === LOOK_UP;
}

/** Looks up in the company's own list, as a call from this number would. Nothing counts as a miss. */
export async function lookUp(
  scope: UserScope,
  services: Services,
  caller: string | null,
  given: string,
): Promise<LookUp> {
  const args = said(given);
  const parsed = testLookupArgs.omit({ caller_number: true }).safeParse(args);
  const answer: Record<string, unknown> = parsed.success
    ? (await testLookup(scope, services, { ...parsed.data, caller_number: caller ?? undefined })).answer
    : { found: false, message: TOOLS[LOOK_UP].outOfReach };
  return { key: keyOf(args), args, content: JSON.stringify(answer), variables: variablesFrom(answer) };
}

/** The same key for the same words, however the model orders them. */
export function lookUpKey(given: string): string {
  return keyOf(said(given));
}

function keyOf(args: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(args).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What the model filled in. What Retell adds from the variables, such as the account, does not count. */
function said(given: string): Record<string, unknown> {
  const constants = Object.keys(TOOLS[LOOK_UP].constants);
  return Object.fromEntries(Object.entries(object(given)).filter(([name]) => !constants.includes(name)));
}

function object(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Values of the answer that become dynamic variables, as in a call. */
function variablesFrom(answer: Record<string, unknown>): Record<string, string> {
  const wanted = Object.entries(TOOLS[LOOK_UP].responseVariables);
  return Object.fromEntries(wanted.map(([variable, path]) => [variable, String(answer[path] ?? "")]));
}

function transferTools(): string[] {
  return agentTools("").flatMap(({ type, name }) => (type === "transfer_call" ? [name] : []));
}
