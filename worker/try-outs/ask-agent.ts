import type { PlaygroundCompletionResponse } from "retell-sdk/resources/playground";
import { dedicatedAgent } from "../dedicated-agents/store/dedicated-agent.ts";
import { sayLocalTime } from "../hours/say-time.ts";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import { utcDay } from "../lib/utc-day.ts";
import { retellClient } from "../retell/client.ts";
import { failureOf, type RetellFailure } from "../retell/failure.ts";
import { sharedAgentId } from "../retell/shared-agents.ts";
import { claimUse } from "../retell/store/usage.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Question } from "./agent-turn.ts";

const MOST_A_DAY = 200; // requests of one company: Retell bills each like a part of a call
const DAY_MS = 86_400_000;
const WAIT_SECONDS = 30;

/**
 * Asks the agent that answers the company's calls, as the numbers are bound to it, through Retell's stateless playground: no call is made, and
 * nothing is stored there. Each request is counted before it is sent, and refused if it cannot be counted.
 * @throws AppError 429 try_out_limit; 503 with what to do when Retell does not answer, is busy or is not paid
 */
export function askAgent(
  scope: UserScope,
  services: Services,
  timezone: string,
): (question: Question) => Promise<PlaygroundCompletionResponse> {
  const { settings, now } = services;
  const client = retellClient(settings);
  if (!client) throw new AppError(503, "not_configured", NOT_SET_UP);
  return async (question) => {
    await claim(scope, services, timezone);
    try {
      const own = await dedicatedAgent(scope, services.db);
      const agentId = own?.missingAt === null ? own.agentId : await sharedAgentId(client, settings.RETELL_AGENT_ID);
      if (!agentId) throw new AppError(503, "not_configured", NOT_SET_UP);
      return await client.playground.completion(agentId, { ...question, version: "latest_published" });
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw refusal(failureOf(error, now()));
    }
  };
}

async function claim(scope: UserScope, { db, now }: Services, timezone: string): Promise<void> {
  const day = utcDay(now());
  const use = { day, what: "retell.playground", most: MOST_A_DAY };
  const claimed = await claimUse(scope, db, use).catch((error: unknown) => {
    log("try_out_not_counted", describeError(error));
    throw unavailable("Try-outs do not work right now, because they cannot be counted. Try again in a minute.");
  });
  if (claimed) return;
  const tomorrow = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
  const message = `You have used all try-outs of today. You can go on after ${sayLocalTime(tomorrow, timezone)}. Your phone is answered as always.`;
  const retryAfterSeconds = Math.ceil((tomorrow - now()) / 1000);
  throw new AppError(429, "try_out_limit", message, { retryAfterSeconds });
}

const NOT_SET_UP = "Try-outs are not set up on our side yet. Nothing is wrong with your settings: write to us.";

function refusal({ status, retryAfterSeconds }: RetellFailure): AppError {
  log("try_out_refused", { status });
  if (status === 402)
    return unavailable("Try-outs are off because of a problem with our bill at the voice service. Write to us.");
  if (status === 429)
    return unavailable("Too many people are talking to the voice service. Wait half a minute, then send it again.", {
      retryAfterSeconds: retryAfterSeconds ?? WAIT_SECONDS,
    });
  if (status === null || status >= 500 || status === 408)
    return unavailable("The voice service did not answer. Send it again in a moment.");
  return unavailable(NOT_SET_UP);
}

function unavailable(message: string, details: { retryAfterSeconds?: number } = {}): AppError {
  return new AppError(503, "unavailable", message, details);
}
