import type { DynamicVariables } from "../agent/defaults.ts";
import { dynamicVariables } from "../inbound/dynamic-variables.ts";
import { companyProfile } from "../inbound/store/answering.ts";
import { AppError } from "../lib/errors.ts";
import { countryOfZone } from "../phone/country.ts";
import { toE164 } from "../phone/to-e164.ts";
import { isWithheld } from "../phone/withheld.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { agentTurn } from "./agent-turn.ts";
import { askAgent } from "./ask-agent.ts";
import { retold } from "./conversation.ts";
import { lookUp } from "./tools.ts";
import type { TurnMessage, TurnRequest } from "./turn-schema.ts";

type TurnReply = {
  /** What the agent says and does now; each use of a tool is followed by its answer. */
  messages: TurnMessage[];
  /** What the inbound webhook would send for this caller. */
  variables: DynamicVariables;
  ended: boolean;
};

/**
 * One turn of a try-out: what the agent would say to this caller of the signed-in company, with the variables of the
 * inbound webhook. Without messages it is the greeting, which costs nothing. Nothing becomes a call, a message or a miss.
 * @throws AppError 400 for a number that cannot be read; 409 not_configured before the first save; 409 caller_blocked;
 * and what askAgent throws
 */
export async function takeTurn(
  scope: UserScope,
  services: Services,
  { caller_number, messages }: TurnRequest,
): Promise<TurnReply> {
  const now = services.now();
  const timezone = await companyZone(scope, services.db);
  const caller = callerOf(caller_number ?? "", timezone);
  const company = await companyProfile(scope, services.db, caller === null ? null : { number: caller, now });
  if (!company)
    throw new AppError(409, "not_configured", "Save your company's name first. Then you can try your agent.");
  if (company.blocked)
    throw new AppError(409, "caller_blocked", "You have blocked this number, so a call from it is not answered.");
  const variables = dynamicVariables(company.profile, { caller, forwardReason: "" }, now, company.recognised);
  if (messages.length === 0) {
    return { messages: [{ role: "agent", content: variables.welcome_message }], variables, ended: false };
  }
  const look = (given: string) => lookUp(scope, services, caller, given);
  const ask = askAgent(scope, services, timezone);
  const conversation = await retold(messages, look);
  const question = {
    messages: conversation.sent,
    dynamic_variables: { ...variables, ...conversation.variables },
  };
  return { ...(await agentTurn(ask, look, question)), variables };
}

/** E.164, or null for a withheld number. */
function callerOf(text: string, timezone: string): string | null {
  if (isWithheld(text)) return null;
  const number = toE164(text, countryOfZone(timezone));
  if (number !== null) return number;
  const fields = { caller_number: "This is not a telephone number. Enter it with its area code." };
  throw new AppError(400, "validation_failed", "The caller's number could not be read.", { fields });
}
