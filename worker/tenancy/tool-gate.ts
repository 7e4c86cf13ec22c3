import { createMiddleware } from "hono/factory";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { validate } from "../http/json.ts";
import { e164 } from "../lib/e164.ts";
import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { unfilteredRefusal } from "./legacy-calls.ts";
import type { SignedByRetell } from "./retell-gate.ts";
import { scopeOfDialledNumber, scopeOfUser, type TenantScope } from "./scope.ts";

/** Who asks, as Retell's signature proves it. */
export type ToolCaller = {
  scope: TenantScope;
  /** Retell's call id; null for the old agent's bare arguments. */
  callId: string | null;
  /** The caller's number as the carrier gave it, E.164; null when withheld. */
  callerId: string | null;
  /** By what failed look-ups are counted: the caller's number, or the call where it is withheld. */
  countedAs: string | null;
  /** Refuses the call when its metadata or the model's argument name another company than the dialled one. */
  assertClaims: (owner: string, argument: string | undefined) => void;
};

export type FromTool = { Variables: { caller: ToolCaller; args: unknown } };

const call = z.object({
  call_id: z.string(),
  to_number: z.string().nullish().catch(null), // a web call has no numbers, and so no company
  from_number: z.string().nullish().catch(null),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});

const envelope = z.object({ args: z.unknown().default({}), call }, { error: "Send {name, args, call}." });

/** Behind the signature gate: tells whose call this is. Bare arguments are a call of the old single-tenant agent. */
export function toolGate() {
  return createMiddleware<AppEnv & SignedByRetell & FromTool>(async function toolGate(c, next) {
    const { body } = c.get("signed");
    const fromNewAgent = typeof body === "object" && body !== null && "call" in body;
    const { args, caller } = fromNewAgent ? newAgent(body) : await oldAgent(body, c.get("services"));
    c.set("args", args);
    c.set("caller", caller);
    await next();
  });
}

function newAgent(body: object): { args: unknown; caller: ToolCaller } {
  const { args, call } = validate(envelope, body);
  const callerId = e164(call.from_number ?? "");
  const claimed = call.metadata?.tenant_id;
  const caller: ToolCaller = {
    scope: scopeOfDialledNumber(e164(call.to_number ?? "") ?? ""),
    callId: call.call_id,
    callerId,
    countedAs: callerId ?? `call:${call.call_id}`,
    assertClaims: (owner, argument) => {
      assertSame(owner, claimed, "metadata");
      assertSame(owner, argument, "argument");
    },
  };
  return { args, caller };
}

/**
 * The old agent sends bare arguments, without a call and so without a tenant. It belongs to one company, and only that
 * company's data answers it.
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
    countedAs: null,
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
