import { createMiddleware } from "hono/factory";
import type { CountryCode } from "libphonenumber-js/min";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import { callerNumber } from "../phone/caller-id.ts";
import { countryOfNumber, HOME } from "../phone/country.ts";
import type { Services } from "../services.ts";
import { scopeOfCall, sidesOf } from "./call.ts";
import { unfilteredRefusal } from "./legacy-calls.ts";
import type { SignedByRetell } from "./retell-gate.ts";
import { scopeOfUser, type TenantScope } from "./scope.ts";

/** Who is asking, as proven by Retell's signature. */
export type ToolCaller = {
  scope: TenantScope;
  /** Retell's call id; null for the old agent's bare arguments. */
  callId: string | null;
  /** The number of the person on the line as the carrier gave it, E.164; null when withheld. */
  callerId: string | null;
  /** The country whose numbers the caller says without a country code. */
  country: CountryCode;
  /** The key under which look-ups are counted: the caller's number, or the call if it is withheld. Null: not counted. */
  countedAs: string | null;
  /** Refuses the call if its metadata or the model's argument names a company other than the dialled one. */
  assertClaims: (owner: string, argument: string | undefined) => void;
};

/** The old agent's calls are counted under one key, because they do not say who calls. */
export const LEGACY_CALLER = "legacy";

export type FromTool = { Variables: { caller: ToolCaller; args: unknown } };

const call = z.object({
  call_id: z.string(),
  to_number: z.string().nullish().catch(null), // a web call has no numbers, and so no company
  from_number: z.string().nullish().catch(null),
  direction: z.string().nullish().catch(null),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});

// A chat has no dialled number and so no company. It must not be mistaken for a call of the old agent.
const chat = z
  .object({ chat_id: z.string() })
  .transform(({ chat_id }): z.output<typeof call> => ({ call_id: chat_id }));

const args = z.unknown().default({});
const envelope = z.union(
  [z.object({ args, call }), z.object({ args, chat }).transform(({ args, chat }) => ({ args, call: chat }))],
  {
    error: "Send {name, args, call}.",
  },
);

/** Runs after the signature gate and finds out whose call this is. Bare arguments come from the old single-tenant agent. */
export function toolGate() {
  return createMiddleware<AppEnv & SignedByRetell & FromTool>(async function toolGate(c, next) {
    const { body } = c.get("signed");
    const { args, caller } = isFromNewAgent(body) ? newAgent(body) : await oldAgent(body, c.get("services"));
    c.set("args", args);
    c.set("caller", caller);
    await next();
  });
}

function isFromNewAgent(body: unknown): body is object {
  return typeof body === "object" && body !== null && ("call" in body || "chat" in body);
}

function newAgent(body: object): { args: unknown; caller: ToolCaller } {
  const { args, call } = validate(envelope, body);
  const { ours, theirs } = sidesOf(call);
  const callerId = callerNumber(theirs, ours);
  const claimed = call.metadata?.tenant_id;
  const caller: ToolCaller = {
    scope: scopeOfCall(call),
    callId: call.call_id,
    callerId,
    country: countryOfNumber(ours),
    countedAs: callerId ?? `call:${call.call_id}`,
    assertClaims: (owner, argument) => {
      assertSame(owner, claimed, "metadata");
      assertSame(owner, argument, "argument");
    },
  };
  return { args, caller };
}

/**
 * The old agent sends bare arguments without a call, and so without a tenant. It belongs to one company and is answered
 * only with that company's data.
 */
async function oldAgent(args: unknown, services: Services): Promise<{ args: unknown; caller: ToolCaller }> {
  const { LEGACY_CALLS, LEGACY_USER_ID } = services.settings;
  if (LEGACY_CALLS === "reject") throw refused("Calls without a call object are switched off here.");
  const unfiltered = await unfilteredRefusal(services);
  if (unfiltered) throw refused(unfiltered);
  const caller: ToolCaller = {
    scope: scopeOfUser(LEGACY_USER_ID),
    callId: null,
    callerId: null,
    country: HOME,
    countedAs: LEGACY_CALLER,
    assertClaims: (owner, argument) => assertSame(owner, argument, "argument"),
  };
  return { args, caller };
}

function assertSame(owner: string, claimed: unknown, where: string): void {
  if (claimed === undefined || claimed === null || claimed === "" || claimed === owner) return;
  log("tenant_mismatch", { tenant: owner, where });
  const message = "This call belongs to another company. Apologise and offer to take a message.";
  throw new AppError(403, "tenant_mismatch", message, { tenant: owner });
}

function refused(message: string): AppError {
  return new AppError(403, "legacy_calls_refused", message);
}
