import { setTimeout as wait } from "node:timers/promises";
import { sign } from "retell-sdk/lib/webhook_auth";
import { type FaultPlace, type Faults, TRY_FAULTS } from "./faults.ts";

export type Outgoing = {
  url: string;
  method: string;
  headers?: Record<string, string>;
  body: string | null; // null: no body, as with GET; then the empty string is signed
};
export type Policy = {
  apiKey: string;
  timeoutMs: number; // per try
  retries: number;
  where: Exclude<FaultPlace, "rest">;
  names: string[]; // what fault rules may match
  faults: Faults;
};
/** `status` is null if there was no answer; `ms` is real time over all tries, `waited_ms` the pauses that were skipped. */
export type Delivery = {
  ok: boolean;
  status: number | null;
  body: string;
  error: string | null;
  attempts: number;
  ms: number;
  waited_ms: number;
};
type Answer = Pick<Delivery, "status" | "body" | "error">;

const FIRST_PAUSE_MS = 1_000; // doubled from try to try; Retell does not publish its own

/** Sends a signed request as Retell does: each try has a time limit, and anything except a 2xx is retried. */
export async function deliver(request: Outgoing, policy: Policy): Promise<Delivery> {
  const started = performance.now();
  let waited_ms = 0;
  for (let attempts = 1; ; attempts++) {
    const answer = await tryOnce(request, policy);
    const ok = answer.status !== null && answer.status >= 200 && answer.status < 300;
    if (ok || attempts > policy.retries) {
      return { ok, ...answer, attempts, ms: Math.round((performance.now() - started) * 10) / 10, waited_ms };
    }
    waited_ms += FIRST_PAUSE_MS * 2 ** (attempts - 1);
  }
}

async function tryOnce(request: Outgoing, policy: Policy): Promise<Answer> {
  const kinds = policy.where === "event" ? TRY_FAULTS : [...TRY_FAULTS, "drop" as const, "duplicate" as const];
  const fault = policy.faults.take(policy.where, policy.names, kinds);
  switch (fault?.kind) {
    case "429":
    case "500":
      return { status: Number(fault.kind), body: "", error: `HTTP ${fault.kind} (asked for)` };
    case "drop":
      return { status: null, body: "", error: "connection lost (asked for)" };
    case "error_after":
      await send(request, policy);
      return { status: 500, body: "", error: "HTTP 500 after the work was done (asked for)" };
    case "duplicate": {
      const first = await send(request, policy);
      await send(request, policy);
      return first;
    }
    case "slow":
      return slow(request, policy, fault.delay_ms);
    default:
      return send(request, policy);
  }
}

// The request arrives and is handled, but the answer is late, perhaps too late.
async function slow(request: Outgoing, policy: Policy, delayMs: number): Promise<Answer> {
  const started = performance.now();
  const answer = await send(request, policy);
  const left = policy.timeoutMs - (performance.now() - started);
  await wait(Math.max(0, Math.min(delayMs, left)));
  return delayMs >= left ? timedOut(policy) : answer;
}

async function send({ url, method, headers, body }: Outgoing, policy: Policy): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body === null ? {} : { "content-type": "application/json" }),
        ...headers,
        "x-retell-signature": await sign(body ?? "", policy.apiKey),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(policy.timeoutMs),
    });
    return {
      status: response.status,
      body: await response.text(),
      error: response.ok ? null : `HTTP ${response.status}`,
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") return timedOut(policy);
    return { status: null, body: "", error: reason(error) };
  }
}

function timedOut(policy: Policy): Answer {
  return { status: null, body: "", error: `no answer within ${policy.timeoutMs} ms` };
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message ? error.cause.message : error.message;
}
