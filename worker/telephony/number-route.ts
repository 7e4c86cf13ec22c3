import type * as z from "zod";
import { AppError, notFound } from "../lib/errors.ts";
import { quietly } from "../lib/quietly.ts";
import { randomToken } from "../lib/random-token.ts";
import { phoneNumber, phoneNumbers, type StoredNumber } from "../numbers/store/phone-numbers.ts";
import { refuseWhileSetUp } from "../route-setup/refuse-while-set-up.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { refreshRoutes } from "./refresh-routes.ts";
import { ASKING_CARRIER, asksLive, type RouteMethod, weDial } from "./route-methods.ts";
import type { routeBody } from "./route-schema.ts";
import { TRY_MS } from "./sip-leg.ts";
import { deleteRouteSnapshot } from "./snapshot.ts";
import { carrierAccount } from "./store/carrier-accounts.ts";
import { numberRoute, type StoredRoute, saveNumberRoute, trySipUntil } from "./store/number-routes.ts";

type Sent = z.output<typeof routeBody>;

/**
 * Saves how calls to a number reach the agent. The first save
 * creates the token of the carrier's URLs; later ones keep it.
 * @throws AppError 404; 409 before the settings are saved, or while another way is set up at the carrier; 400 if calls
 * would go round in circles, or if the number is on a trunk, because a carrier does not ask about numbers on a trunk
 */
export async function saveRoute(scope: UserScope, services: Services, id: string, sent: Sent): Promise<void> {
  const { db } = services;
  const [number, numbers, settings, known] = await Promise.all([
    phoneNumber(scope, db, id),
    phoneNumbers(scope, db),
    savedConfig(scope, db),
    numberRoute(scope, db, id),
  ]);
  if (!number) throw notFound();
  if (!settings)
    throw new AppError(409, "not_configured", "Save your Agent Settings first. They decide who answers when.");
  if (known && (known.method !== sent.method || known.publicNumber !== sent.public_number)) {
    await refuseWhileSetUp(scope, services, id);
  }
  refuseCircles(sent, number, settings.config.office_phone);
  refuseTrunks(sent, number, numbers);
  const sipLeg = weDial(sent.method) && (sent.sip_leg ?? known?.sipLeg ?? false);
  if (sent.sip_leg && !(await isSipProven(scope, services, sent.method, known))) throw unprovenSip();
  const route = {
    numberId: id,
    method: sent.method,
    publicNumber: sent.public_number,
    token: known?.token ?? randomToken(),
    pressOne: weDial(sent.method) && (sent.press_one ?? known?.pressOne ?? false),
    sipLeg,
    methodSince: known?.method === sent.method ? known.methodSince : services.now(),
  };
  await saveNumberRoute(scope, db, route, { action: "route.saved", before: known });
  await refreshRoutes(scope, services);
}

/**
 * Creates a new token. URLs with the old one are unknown from now on, so the carrier has to be given the new ones.
 * @throws AppError 404 when no route was saved
 */
export async function renewToken(scope: UserScope, services: Services, id: string): Promise<void> {
  const known = await numberRoute(scope, services.db, id);
  if (!known) throw notFound();
  await saveNumberRoute(
    scope,
    services.db,
    { ...known, token: randomToken() },
    {
      action: "route.token_renewed",
      before: known,
    },
  );
  await forgetToken(scope, services, known);
  await refreshRoutes(scope, services);
}

/**
 * Has the calls of the next minutes go to the agent over SIP, to see whether Retell takes them from this account. A call that
 * does not get there goes to the agent's number after all.
 * @throws AppError 404; 409 if we do not dial the agent ourselves, or the account is not known yet
 */
export async function trySipLeg(scope: UserScope, services: Services, id: string): Promise<void> {
  const { db, now } = services;
  const known = (await phoneNumber(scope, db, id)) && (await numberRoute(scope, db, id));
  if (!known) throw notFound();
  if (!weDial(known.method) || (await accountOf(scope, services, known.method)) === null) {
    throw new AppError(
      409,
      "not_configured",
      "Choose Twilio or Telnyx as this number's way, and enter the account, first.",
    );
  }
  await trySipUntil(scope, db, id, now() + TRY_MS);
  await refreshRoutes(scope, services);
}

/** Whether a call has reached the agent over SIP from the account that the carrier's calls come from now. */
export async function isSipProven(
  scope: UserScope,
  services: Pick<Services, "db">,
  method: RouteMethod,
  route: StoredRoute | null,
): Promise<boolean> {
  if (!route || route.sipProvenFor === null) return false;
  return route.sipProvenFor === (await accountOf(scope, services, method));
}

async function accountOf(scope: UserScope, { db }: Pick<Services, "db">, method: RouteMethod): Promise<string | null> {
  const carrier = ASKING_CARRIER[method];
  const account = carrier && (await carrierAccount(scope, db, carrier));
  return account?.accountSid ?? account?.publicKey ?? null;
}

function unprovenSip(): AppError {
  const reason = "No call from this account has reached your agent over SIP yet. Try it with a call first.";
  return new AppError(400, "validation_failed", reason, { fields: { sip_leg: reason } });
}

/** Deletes the last known state that is stored under a token, because D1 no longer knows the token. */
async function forgetToken(scope: UserScope, { kv }: Pick<Services, "kv">, { token }: StoredRoute): Promise<void> {
  await quietly("route_snapshot_not_removed", deleteRouteSnapshot(scope, kv, token));
}

function refuseCircles({ method, public_number }: Sent, number: StoredNumber, officePhone: string | null): void {
  if (public_number === number.phoneNumber && asksLive(method)) {
    throw refused(
      "This is the number that Retell answers. Enter the number your callers dial; it has to be another one, because a number on a trunk does not ask us.",
    );
  }
  if (officePhone === null || method === "none") return;
  if (officePhone === number.phoneNumber) {
    throw refused(
      "Your office phone in Agent Settings is this very number: the agent's calls would ring the agent. Change it there first.",
    );
  }
  // With forwarding, callers dial the same line that the office
  // answers. That is fine, because only a live route rings it.
  if (officePhone === public_number && method !== "forwarding") {
    throw refused(
      "Your office phone is this very number: calls would go round in circles. Enter the line that rings on a desk as the office phone.",
    );
  }
}

function refuseTrunks({ method, public_number }: Sent, number: StoredNumber, numbers: StoredNumber[]): void {
  if (!asksLive(method)) return;
  if (public_number === null) {
    throw refused(
      "Enter the number your callers dial. The agent's own number sits on a trunk, so its carrier does not ask us.",
    );
  }
  const own = numbers.find(({ id, phoneNumber: known }) => id !== number.id && known === public_number);
  if (own && (own.sipTrunkUri !== null || own.retellPhoneNumberId !== null)) {
    throw refused(
      "This number sits on a SIP trunk, and a carrier never asks about such a number. Take it off the trunk first, or choose another way.",
    );
  }
}

function refused(reason: string): AppError {
  return new AppError(400, "validation_failed", reason, { fields: { public_number: reason } });
}
