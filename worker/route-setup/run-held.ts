import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { StoredAccount } from "../telephony/store/carrier-accounts.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { CarrierError, type CarrierSide, isCertain } from "./carrier-side.ts";
import type { SetupPart } from "./setup-parts.ts";
import { refusalOf, SetupStopped, stoppedBy } from "./setup-refusal.ts";
import { noteSetup, type RouteSetup } from "./store/route-setups.ts";
import { withCarrier } from "./with-carrier.ts";

/** How long a request may take to arrive after we have stopped waiting for it; also how long one run holds the row. */
export const SETTLE_MS = 60_000;

export function markOf({ id }: Pick<RouteSetup, "id">): string {
  return `nd-${id}`;
}

/** What this set-up has made or is to make. Before there was a choice, each carrier had one part. */
export function partsOf({ parts, carrier }: Pick<RouteSetup, "parts" | "carrier">): SetupPart[] {
  return parts ?? [carrier === "twilio" ? "fallback_flow" : "application"];
}

/** Whether a request whose answer was lost may still have its effect. */
export function mayStillArrive({ unansweredAt }: Pick<RouteSetup, "unansweredAt">, now: number): boolean {
  return unansweredAt !== null && now < unansweredAt + SETTLE_MS;
}

/** The row that a run holds; null before the first run has stored it. */
export type Holder = { setup: RouteSetup | null };

/**
 * Runs a set-up or its undoing. If something stops it, that is noted for the page, the row is released, and the
 * operator is told in words.
 * @throws AppError 409
 */
export async function runHeld<Result extends object | undefined>(
  scope: UserScope,
  services: Services,
  account: StoredAccount,
  holder: Holder,
  work: (side: CarrierSide) => Promise<Result>,
): Promise<Result> {
  const { carrier } = account;
  try {
    return await withCarrier(scope, services, account, work);
  } catch (error) {
    const stopped = error instanceof CarrierError ? stoppedBy(carrier, error.failure) : error;
    const trouble = stopped instanceof SetupStopped ? stopped.trouble : null;
    const free = { trouble, lease: null, leaseUntil: null };
    if (holder.setup) await quietly("setup_not_let_go", noteSetup(scope, services.db, holder.setup, free));
    throw stopped instanceof SetupStopped ? refusalOf(carrier, stopped) : stopped;
  }
}

/**
 * Sends a request that changes something. That it was sent is stored first, and taken back once its answer is certain. An
 * earlier request that is still unanswered stays noted, because it may arrive after this one.
 */
export async function sent<Value>(
  scope: UserScope,
  { db, now }: Services,
  setup: RouteSetup,
  request: () => Promise<Value>,
): Promise<Value> {
  if (!(await noteSetup(scope, db, setup, { unansweredAt: now() }))) throw new SetupStopped("settling");
  const answered = () => noteSetup(scope, db, setup, { unansweredAt: setup.unansweredAt });
  try {
    const value = await request();
    await answered();
    return value;
  } catch (error) {
    if (error instanceof CarrierError && isCertain(error.failure)) await answered();
    throw error;
  }
}
