import * as z from "zod";
import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import { savedConfig } from "../settings/store/tenant-config.ts";
import { purchasesOfEveryCompany } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { PURCHASE_COUNTRIES } from "./purchase-countries.ts";
import { TROUBLES, type Trouble } from "./retell-trouble.ts";
import { runPurchase } from "./run-purchase-job.ts";
import { phoneNumber, type StoredNumber } from "./store/phone-numbers.ts";
import {
  latestPurchase,
  type Purchase,
  type PurchaseCaps,
  requestPurchase,
  purchase as storedPurchase,
} from "./store/purchases.ts";

const MOST_PER_COMPANY = 1; // until a company is on a paid plan
const MOST_A_DAY = 20; // for the whole platform: each costs us money every month
const MOST_TRIES_A_DAY = 10; // of one company: one that tries area codes must not use up the platform's day
const DAY_MS = 86_400_000;

const AREA_CODE = "Enter an area code of three digits, such as 520.";

export const purchaseBody = z.object({
  area_code: z
    .preprocess(
      (sent) => (typeof sent === "string" ? (sent.trim() === "" ? undefined : Number(sent)) : sent),
      z.int(AREA_CODE).min(200, AREA_CODE).max(999, AREA_CODE).nullish(),
    )
    .transform((code) => code ?? null),
  country_code: z
    .enum(PURCHASE_COUNTRIES, `Choose ${PURCHASE_COUNTRIES.join(" or ")}.`)
    .nullish()
    .transform((code) => code ?? null),
  toll_free: z.boolean("Say true or false.").default(false),
});

/** What the page needs to offer a number: whether we sell one now, and how the last purchase stands. */
export async function showPurchases(scope: UserScope, { db, settings }: Pick<Services, "db" | "settings">) {
  const latest = await latestPurchase(scope, db);
  const open = latest !== null && latest.phoneNumber === null && latest.errorCode !== "cancelled";
  return { offered: settings.NUMBER_PURCHASES === "on", latest: open ? purchaseReply(latest) : null };
}

/** A purchase that has brought no number yet. */
function purchaseReply({ id, nextAttemptAt, errorCode, areaCode, tollFree, requestedAt }: Purchase) {
  const cause = errorCode !== null && errorCode in TROUBLES ? (errorCode as Trouble) : null;
  return {
    id,
    phone_number: null,
    status: nextAttemptAt === null ? ("error" as const) : ("pending" as const),
    status_detail: cause ? TROUBLES[cause].words : null,
    area_code: areaCode,
    toll_free: tollFree,
    requested_at: requestedAt,
  };
}

/**
 * Buys a number at Retell for a company and connects it to the agent. Returns the number, or the purchase while Retell has
 * not answered; a job goes on with it then.
 * @throws AppError 403 purchases_off; 409 not_configured before the settings are saved; 409 purchase_limit; 409 with the
 * reason when Retell has no such number
 */
export async function buyNumber(
  scope: UserScope,
  services: Services,
  { area_code, country_code, toll_free }: z.output<typeof purchaseBody>,
): Promise<{ number: StoredNumber } | { pending: ReturnType<typeof purchaseReply> }> {
  const { db, now, settings } = services;
  if (settings.NUMBER_PURCHASES !== "on")
    throw new AppError(
      403,
      "purchases_off",
      "We do not offer numbers at the moment. Add a number of your own instead.",
    );
  if (!(await savedConfig(scope, db)))
    throw new AppError(409, "not_configured", "Save your Agent Settings first. Your agent needs them to answer.");
  const day = Math.floor(now() / DAY_MS) * DAY_MS;
  const wish = { areaCode: area_code, countryCode: country_code, tollFree: toll_free };
  const caps = {
    numbers: MOST_PER_COMPANY,
    tries: { most: MOST_TRIES_A_DAY, since: day },
    platform: { most: MOST_A_DAY, taken: purchasesOfEveryCompany(day) },
  };
  const asked = await requestPurchase(scope, db, wish, { now: now(), actor: scope.userId, caps });
  if (typeof asked === "string") throw new AppError(409, "purchase_limit", CAP_WORDS[asked]);
  const { retryInSeconds } = await runPurchase(scope, services, asked.id);
  if (retryInSeconds !== null)
    services.defer(() => services.jobs.send({ kind: "purchase", id: asked.id }, { delaySeconds: retryInSeconds }));
  const number = await phoneNumber(scope, db, asked.id);
  if (number) return { number };
  const left = (await storedPurchase(scope, db, asked.id)) ?? asked;
  const pending = purchaseReply(left);
  if (pending.status === "error") throw new AppError(409, "conflict", pending.status_detail ?? TROUBLES.refused.words);
  return { pending };
}

const CAP_WORDS: Record<keyof PurchaseCaps, string> = {
  numbers: "You already have a number from us. Remove it first if you want another one.",
  tries: "You have asked for many numbers today. Try again tomorrow, or write to us.",
  platform: "We have given out all numbers that we can get today. Try again tomorrow, or write to us.",
};
