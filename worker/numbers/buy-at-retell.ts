import type { PhoneNumberCreateParams } from "retell-sdk/resources/phone-number";
import type { RetellFailure } from "../retell/failure.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { MOST_TRIES } from "./job-times.ts";
import { logRefusal } from "./log-refusal.ts";
import { SETTLE_MS } from "./next-step.ts";
import { openRetell } from "./number-at-retell.ts";
import { markedPurchase } from "./purchase-mark.ts";
import { type Trouble, troubleOf } from "./retell-trouble.ts";
import { notePurchaseRefused, notePurchaseSent, type Purchase } from "./store/purchases.ts";
import { wantedOfBought } from "./wanted.ts";

/** The result of a job's work on a purchase. */
export type Bought =
  | { kind: "bought"; phoneNumber: string }
  /** It was cancelled, and Retell has nothing of it. */
  | { kind: "nothing_there" }
  /** Check again at this instant. */
  | { kind: "later"; until: number }
  /** `unclear`: a request may still have its effect, or has had it, so the purchase cannot be given up yet. */
  | { kind: "trouble"; trouble: Trouble; retryAfterSeconds: number | null; unclear: boolean };

/**
 * Buys a number, never two. What we are about to send is stored first. If a request was sent before, Retell's list is read
 * for our mark; a request whose answer was lost is sent again only once it can no longer arrive. Should two have arrived all
 * the same, one is given back.
 */
export async function buyAtRetell(
  scope: UserScope,
  services: Services,
  held: Purchase,
  companyName: string | null,
): Promise<Bought> {
  const { db, now } = services;
  const opened = openRetell(scope, services);
  if (!opened) return notConfigured(held);
  const { numbers } = opened;
  if (held.sentAt !== null) {
    const listed = await numbers.list();
    if (listed.kind !== "done") return refused(held, "list", listed.failure, true);
    const there = listed.value.filter(({ nickname }) => markedPurchase(nickname) === held.id);
    const kept = held.cancelledAt === null ? there[0] : undefined;
    const others = there.filter((number) => number !== kept);
    for (const { phone_number } of others) {
      const removed = await numbers.remove(phone_number);
      if (removed.kind === "failed") return refused(held, "delete", removed.failure, true);
    }
    if (kept) return { kind: "bought", phoneNumber: kept.phone_number };
    if (others.length > 0) return { kind: "later", until: now() }; // only the next look at the list proves that it is gone
    if (mayStillArrive(held, now())) return { kind: "later", until: held.sentAt + SETTLE_MS };
  }
  if (held.cancelledAt !== null) return { kind: "nothing_there" };
  if (held.attempts > MOST_TRIES)
    return { kind: "trouble", trouble: "outage", retryAfterSeconds: null, unclear: false };
  const binding = await opened.binding();
  if (binding === null) return notConfigured(held);
  if ("message" in binding) return refused(held, "list_agents", binding, false);
  if (!(await notePurchaseSent(scope, db, held, now()))) return { kind: "later", until: now() };
  const answer = await numbers.create({ ...wantedOfBought(held.id, companyName, binding), ...wishOf(held) });
  if (answer.kind === "done") return { kind: "bought", phoneNumber: answer.value.phone_number };
  const isNo = isCertain(answer.failure);
  if (isNo) await notePurchaseRefused(scope, db, held, now());
  return refused(held, "create", answer.failure, !isNo);
}

function mayStillArrive({ sentAt, refusedAt }: Purchase, now: number): boolean {
  return sentAt !== null && refusedAt === null && now < sentAt + SETTLE_MS;
}

/** Retell refused and did nothing. A gateway that timed out may have passed the request on. */
function isCertain({ status }: RetellFailure): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 408 && status !== 409;
}

function wishOf({ areaCode, countryCode, tollFree }: Purchase): PhoneNumberCreateParams {
  return {
    ...(areaCode !== null && { area_code: areaCode }),
    ...(countryCode !== null && { country_code: countryCode }),
    ...(tollFree && { toll_free: true }),
  };
}

function notConfigured({ sentAt, refusedAt }: Purchase): Bought {
  const unclear = sentAt !== null && refusedAt === null;
  return { kind: "trouble", trouble: "not_configured", retryAfterSeconds: null, unclear };
}

function refused({ id }: Purchase, what: string, failure: RetellFailure, unclear: boolean): Bought {
  logRefusal(id, what, failure);
  return { kind: "trouble", trouble: troubleOf(failure), retryAfterSeconds: failure.retryAfterSeconds, unclear };
}
