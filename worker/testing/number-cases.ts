import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { openDatabase } from "../db/database.ts";
import { ringsOfNumber } from "../inbound/store/rings.ts";
import { recentRequests, requestConnection } from "../numbers/store/connection-requests.ts";
import { releaseClaim, takeOverNumber } from "../numbers/store/number-claims.ts";
import {
  dropNumber,
  leaseNumber,
  noteAdopted,
  noteImportAnswered,
  noteImportSent,
  postponeNumber,
  releaseNumber,
  settleNumber,
  stillWanted,
} from "../numbers/store/number-jobs.ts";
import { dropBoughtNumber, startRemoval } from "../numbers/store/number-removal.ts";
import { reconnectNumber, reconnectNumbers } from "../numbers/store/number-retries.ts";
import { changePhoneNumber, type NumberToStore } from "../numbers/store/phone-numbers.ts";
import { makePrimary, promoteOldest } from "../numbers/store/primary-number.ts";
import {
  cancelPurchases,
  failPurchase,
  latestPurchase,
  leasePurchase,
  notePurchaseRefused,
  notePurchaseSent,
  type Purchase,
  postponePurchase,
  purchase,
  requestPurchase,
  settlePurchase,
} from "../numbers/store/purchases.ts";
import { claimUse, countUse } from "../retell/store/usage.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { purchasesOfEveryCompany } from "../tenancy/job-gate.ts";

const SECOND = "city-second-number";
const PURCHASE = "city-purchase";
const CAPS = { numbers: 1, tries: { most: 1, since: 0 }, platform: { most: 9, taken: purchasesOfEveryCompany(0) } };
const ANY_NUMBER = { areaCode: null, countryCode: null, tollFree: false };

/** Numbers of the city: one that is due and held by a job, and others in other states. */
export async function fillCityNumbers(): Promise<void> {
  const insert = `INSERT INTO tenant_phone_numbers
    (id, user_id, phone_number, label, status, next_attempt_at, lease, lease_until, import_sent_at, sip_trunk_provider)
    VALUES (?, ?, ?, 'Sun City', ?, 1, ?, ?, ?, 'twilio')`;
  await env.DB.batch([
    env.DB.prepare(insert).bind(SECOND, CITY.user.id, "+15205550181", "disconnecting", "city-lease", 5, 5),
    env.DB.prepare(insert).bind("city-third-number", CITY.user.id, "+15205550182", "error", null, null, null),
    env.DB.prepare(insert).bind("city-fourth-number", CITY.user.id, "+15205550183", "connected", null, null, 5),
    env.DB.prepare(
      "INSERT INTO number_purchases (id, user_id, requested_at, sent_at, next_attempt_at, lease, lease_until) VALUES (?, ?, 1, 1, 1, 'city-lease', 5)",
    ).bind(PURCHASE, CITY.user.id),
    env.DB.prepare("INSERT INTO connection_requests VALUES ('r', ?, 77)").bind(CITY.user.id),
    env.DB.prepare("INSERT INTO usage VALUES (?, '2026-11-22', 'retell.get', 77)").bind(CITY.user.id),
  ]);
}

/** Every store function of numbers, called for the coast with the city's ids. */
export function numberCases(newNumber: Omit<NumberToStore, "id">): Record<string, () => Promise<unknown>> {
  const db = openDatabase(env.DB);
  const coast = scopeOfAccount(COAST.user);
  const held = { id: SECOND, lease: "city-lease", revision: 0 };
  const now = Date.now();
  const heldPurchase: Purchase = {
    ...ANY_NUMBER,
    id: PURCHASE,
    userId: CITY.user.id,
    requestedAt: 1,
    sentAt: 1,
    refusedAt: null,
    phoneNumber: null,
    cancelledAt: null,
    errorCode: null,
    attempts: 1,
    nextAttemptAt: 1,
    lease: "city-lease",
    leaseUntil: 5,
  };
  const request = { actor: COAST.user.id, now, since: 0, most: 100 };
  const change = { actor: "a", changes: [], now, concernsRetell: true, primary: true };
  const mail = { id: "m", recipient: "a@example.com", subject: "s", text: "t", html: "h" };
  return {
    requestConnection: () => requestConnection(coast, db, "city-third-number", request),
    recentRequests: () => recentRequests(coast, db, 0),
    claimUse: () => claimUse(coast, db, { day: "2026-11-22", what: "retell.get", most: 1 }),
    countUse: () => countUse(coast, db, { day: "2026-11-22", what: "retell.get" }),
    leaseNumber: () => leaseNumber(coast, db, SECOND, { token: "t", now, until: now + 1000 }),
    noteImportSent: () => noteImportSent(coast, db, held, now),
    stillWanted: () => stillWanted(coast, db, held, now),
    noteImportAnswered: () => noteImportAnswered(coast, db, held, { at: now, nothingCame: true }),
    noteAdopted: () => noteAdopted(coast, db, held, now),
    settleNumber: () => settleNumber(coast, db, held, { status: "connected", statusDetail: null, errorCode: null }),
    postponeNumber: () => postponeNumber(coast, db, held, { until: now, detail: null }),
    releaseNumber: () => releaseNumber(coast, db, held, now),
    dropNumber: () => dropNumber(coast, db, held, COAST.user.id),
    startRemoval: () => startRemoval(coast, db, "city-third-number", { actor: "a", now }),
    dropBoughtNumber: () => dropBoughtNumber(coast, db, CITY.numberId),
    changePhoneNumber: () => changePhoneNumber(coast, db, SECOND, { ...change, columns: { label: "x" } }),
    reconnectNumber: () => reconnectNumber(coast, db, { id: CITY.numberId, revision: 0 }, now),
    reconnectNumbers: () => reconnectNumbers(coast, db, now),
    ringsOfNumber: () => ringsOfNumber(coast, db, CITY.numberId, { since: 0, limit: 100 }),
    requestPurchase: () => requestPurchase(coast, db, ANY_NUMBER, { now, actor: COAST.user.id, caps: CAPS }),
    purchase: () => purchase(coast, db, PURCHASE),
    latestPurchase: () => latestPurchase(coast, db),
    leasePurchase: () => leasePurchase(coast, db, PURCHASE, { token: "t", now, until: now + 1000 }),
    notePurchaseSent: () => notePurchaseSent(coast, db, heldPurchase, now),
    notePurchaseRefused: () => notePurchaseRefused(coast, db, heldPurchase, now),
    postponePurchase: () => postponePurchase(coast, db, heldPurchase, now),
    failPurchase: () => failPurchase(coast, db, heldPurchase, "outage"),
    settlePurchase: () => settlePurchase(coast, db, heldPurchase, { phoneNumber: "+15205550184", now }),
    cancelPurchases: () => cancelPurchases(coast, db, now),
    promoteOldest: async () => promoteOldest(coast, db),
    makePrimary: async () => makePrimary(coast, db, SECOND),
    // Its purpose is to end another company's claim, but only through that company's own scope.
    takeOverNumber: () =>
      takeOverNumber(
        coast,
        db,
        { ...newNumber, id: crypto.randomUUID(), phoneNumber: "+15205550182" },
        {
          old: { id: "city-third-number", revision: 0, scope: coast },
          mail,
          now,
          actor: COAST.user.id,
        },
      ),
    releaseClaim: () =>
      releaseClaim(db, {
        old: { id: "city-fourth-number", revision: 0, scope: coast },
        phoneNumber: "+15205550183",
        mail,
        now,
      }),
  };
}
