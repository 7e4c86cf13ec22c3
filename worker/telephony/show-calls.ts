import { latestRings } from "../numbers/latest-rings.ts";
import type { Services } from "../services.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { mayStillRing } from "./ring-window.ts";
import { asksLive } from "./route-methods.ts";
import { numberRoute } from "./store/number-routes.ts";
import { type RoutedCall, routedCallsSince } from "./store/routed-calls.ts";

const MOST_CALLS = 10;

/** One call and its legs, in epoch milliseconds and milliseconds; null if a leg was not tried or is not over. */
type SeenCall = {
  received_at: number;
  /** `ended` in the carrier's words; null if it may still ring, "not_told" if nobody has told us and it rings no longer. */
  office: { ended: string | null; milliseconds: number | null; talked_seconds: number | null } | null;
  /** `reached_at` is when the agent's number rang. */
  agent: { sent_at: number | null; reached_at: number | null } | null;
  forward_reason: string;
};

/**
 * The calls to a number since an instant (epoch milliseconds as text), newest first, each with its legs, for the page
 * that follows a test call. If a carrier asks us, these are our own rows; a forwarded call is a ring of the agent.
 * @throws AppError 404; 400 when `since` is not an instant
 */
export async function showCalls(scope: UserScope, services: Services, id: string, since?: string) {
  const { items, now } = await latestRings(scope, services, id, since);
  const [route, saved] = await Promise.all([numberRoute(scope, services.db, id), savedConfig(scope, services.db)]);
  if (!route || !asksLive(route.method)) {
    return { items: items.map(({ received_at, forward_reason }) => forwarded(received_at, forward_reason)), now };
  }
  const calls = await routedCallsSince(scope, services.db, {
    numberId: id,
    since: Number(since ?? 0),
    limit: MOST_CALLS,
  });
  const { ring_seconds } = saved?.config ?? DEFAULT_CONFIG;
  return { items: calls.map((call) => routed(call, ring_seconds, now)), now };
}

function forwarded(received_at: number, forward_reason: string): SeenCall {
  return { received_at, office: null, agent: { sent_at: null, reached_at: received_at }, forward_reason };
}

function routed(call: RoutedCall, ringSeconds: number, now: number): SeenCall {
  const { receivedAt, officeStatus, officeSeconds, officeEndedAt, toAgentAt, claimedAt, reason } = call;
  const directly = toAgentAt !== null && officeStatus === null;
  return {
    received_at: receivedAt,
    office: directly
      ? null
      : {
          ended: officeStatus ?? (mayStillRing(receivedAt, ringSeconds, now) ? null : "not_told"),
          milliseconds: officeEndedAt === null ? null : officeEndedAt - receivedAt,
          talked_seconds: officeSeconds,
        },
    agent: toAgentAt === null && claimedAt === null ? null : { sent_at: toAgentAt, reached_at: claimedAt },
    forward_reason: reason,
  };
}
