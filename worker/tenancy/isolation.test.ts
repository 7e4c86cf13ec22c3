import { env } from "cloudflare:test";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { beforeEach, describe, expect, it } from "vitest";
import * as schema from "../../drizzle/schema.ts";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { chooserOf, forgetLinks, notePassword } from "../accounts/store/accounts.ts";
import { countDays, forgetDays, forgetDaysOfCall, storedDays } from "../analytics/store/call-days.ts";
import { createApp } from "../app.ts";
import { auditTrail } from "../audit/store/audit-trail.ts";
import {
  blockCaller,
  blockedCallersOf,
  countBlockedCallers,
  unblockCaller,
} from "../blocked-callers/store/blocked-callers.ts";
import { countTools } from "../calls/count-tools.ts";
import { callEventDone, claimCallEvent, postponeCallEvent } from "../calls/store/call-events.ts";
import { callById, callsPage, saveFeedback } from "../calls/store/call-log.ts";
import { saveCallEvent } from "../calls/store/calls.ts";
import {
  callsAtRetell,
  DEFAULT_RETENTION,
  markForgotten,
  markPurged,
  outlivedCalls,
  savedRetention,
  saveRetention,
} from "../calls/store/retention.ts";
import { insertAudit, insertAuditIf } from "../db/audit.ts";
import { openDatabase } from "../db/database.ts";
import { claimCheck, dedicatedAgent, noteAgent } from "../dedicated-agents/store/dedicated-agent.ts";
import { answeringProfile, answeringProfiles, companyProfile } from "../inbound/store/answering.ts";
import { lastRing, recordRing, recordUnclaimedRing } from "../inbound/store/rings.ts";
import {
  claimMail,
  giveUpInDoubt,
  insertMail,
  insertMailIf,
  insertMailWithin,
  markFailed,
  markSent,
  postpone,
} from "../mail/store/outbox.ts";
import {
  changeMessage,
  countOpenMessages,
  messageById,
  messagesOfCall,
  messagesPage,
} from "../messages/store/message-inbox.ts";
import { messageDesk, savedMessageSettings, saveMessageSettings } from "../messages/store/message-settings.ts";
import { awaitingDigest, saveDigest, saveMessage } from "../messages/store/messages.ts";
import { deletePhoneNumber } from "../numbers/store/number-removal.ts";
import { insertPhoneNumber, phoneNumber, phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { milestones } from "../overview/store/milestones.ts";
import { countArrival, settleLookUp } from "../reservations/store/counted-look-ups.ts";
import { saveAlarm, wasRaised } from "../reservations/store/guessing-alarm.ts";
import { lookUp } from "../reservations/store/lookups.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { companyOf } from "../settings/store/companies.ts";
import { configVersion, configVersions } from "../settings/store/config-versions.ts";
import { saveConfig, savedConfig } from "../settings/store/tenant-config.ts";
import { ask, fromRetell, ring, seededDatabase, send } from "../testing/app.ts";
import { billingCases, fillCityBilling } from "../testing/billing-cases.ts";
import { fillCityClosure, leavingCases } from "../testing/leaving-cases.ts";
import { fillCityLists, listCases } from "../testing/list-cases.ts";
import { fillCityNumbers, numberCases } from "../testing/number-cases.ts";
import { fillCityRoutes, routeCases } from "../testing/route-cases.ts";
import { fillCitySecrets, secretCases } from "../testing/secret-cases.ts";
import { watchedDatabase } from "../testing/watched-database.ts";
import { scopeOfDialledNumber, scopeOfUser, type TenantScope } from "./scope.ts";

// Two look-alike companies: the same confirmation numbers, callers and drivers' names, but other people and addresses.
const SAME = "RES-20261126-0012";
const CALLER = "+16025550111";
const CITY_ALONE = /Wen Bauer|Casino del Sol|Phoenix Sky Harbor|Sun City/;

beforeEach(() => seededDatabase());

describe("every route that Retell reaches", () => {
  // A new route without a case here fails the last test of this block.
  const cases: Record<string, (to: string) => Promise<Response>> = {
    "POST /retell/inbound-webhook": (to) => ring(to, CALLER),
    "POST /retell/tools/check_reservation": (to) => ask(to, { confirmation_number: SAME }, { from_number: CALLER }),
    "POST /retell/tools/take_message": (to) => leaveMessage(to),
    "POST /retell/call-events": (to) => endCall(to),
  };

  it.each(Object.entries(cases))("%s shows one company nothing about the other", async (_, call) => {
    const coast = await (await call(COAST.phoneNumber)).text();
    expect(coast).not.toMatch(CITY_ALONE);
    const nobody = await (await call("+12125550123")).text();
    expect(nobody).not.toMatch(CITY_ALONE);
    expect(nobody).not.toContain(CITY.user.id);
  });

  it("names the company in every statement on a company's table", async () => {
    const { d1, trips } = watchedDatabase(env.DB);
    const bindings = { DB: d1 };
    await ring(CITY.phoneNumber, CALLER, {}, bindings);
    await ask(CITY.phoneNumber, { confirmation_number: SAME }, { from_number: CALLER }, bindings);
    await ask(CITY.phoneNumber, { confirmation_number: "RES-NONE" }, { from_number: CALLER }, bindings);
    await leaveMessage(CITY.phoneNumber, bindings);
    await endCall(CITY.phoneNumber, bindings);
    expect(trips.flat().length).toBeGreaterThan(5);
    for (const statement of trips.flat()) expect(unscopedTables(statement), statement).toEqual([]);
    expect(unscopedTables('select "id" from "reservations" where "id" = ?')).toEqual(["reservations"]);
  });

  it("has a case above", () => {
    const routes = createApp()
      .routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/retell/"))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(cases).sort());
  });
});

describe("every repository", () => {
  const db = () => openDatabase(env.DB);
  const query = {
    keys: { confirmationKeys: ["RES202611260012"], phoneE164: CALLER },
    arrival: null,
    now: Date.now(),
  };
  const message = {
    callId: "call_1",
    messageHash: "h",
    category: "message" as const,
    message: "Hello",
    callerName: null,
    callbackNumber: null,
    fromNumber: null,
    confirmationNumber: null,
  };
  const cityCall = {
    event: "call_ended",
    payload: "{}",
    payloadHash: "h",
    call: { callId: "call_1", status: "ended", toNumber: CITY.phoneNumber, startedAt: 1, summary: "Sun City" },
  };
  const EARLY = { date: "1970-01-01", startsAt: 0, endsAt: 86_400_000, offsetMs: 0 }; // the day of the city's call
  const page = { cursor: null, limit: 100, now: Date.now() };
  const numberScope = scopeOfDialledNumber;
  const city = scopeOfUser(CITY.user.id);
  const coast = scopeOfUser(COAST.user.id);
  const mail = { id: "mail", recipient: "a@example.com", subject: "s", text: "t", html: "h" };
  const config = { ...DEFAULT_CONFIG, company_name: "Renamed" };
  const NO_MAIL = { address: null, categories: [] };
  const cityVersion = () => ({ config, before: null, at: 1, audit: { action: "settings.saved" as const, detail: {} } });
  const newNumber = {
    phoneNumber: "+13105550177",
    label: null,
    sipTrunkUri: null,
    sipTrunkProvider: null,
    sipTransport: null,
    sipUsername: null,
    sipPasswordSetAt: null,
  };

  beforeEach(async () => {
    await insertMail(city, db(), { ...mail, id: "city-mail" });
    await insertAudit(city, db(), { actor: CITY.user.id, action: "settings.saved", subject: "Sun City" });
    await ring(CITY.phoneNumber, CALLER);
    const before = await savedConfig(city, db());
    await saveConfig(city, db(), { ...cityVersion(), before });
    await fillCityLists();
    await fillCityNumbers();
    await fillCitySecrets();
    await fillCityRoutes();
    await saveMessage(city, db(), { ...message, id: "city-message", message: "Sun City" }, { mail: null, now: 1 });
    await saveMessageSettings(city, db(), { address: "sun-city-express@example.com", categories: [] }, NO_MAIL);
    await saveRetention(city, db(), { transcriptDays: 7, recordingDays: 7, reservationDays: 7 }, DEFAULT_RETENTION);
    await blockCaller(city, db(), { phoneE164: "+16025550166", note: "Sun City" });
    await saveCallEvent(city, db(), cityCall);
    await countDays(city, db(), { stretches: [EARLY], timezone: "UTC" });
    await fillCityClosure();
    await fillCityBilling();
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE calls SET id = 'city-call', transcript_name = 'x', transcript_rank = 1, recording_name = 'x', recording_rank = 1",
      ),
      env.DB.prepare("UPDATE messages SET awaits_digest = 1"),
      env.DB.prepare("UPDATE call_events SET id = 'city-event'"),
      env.DB.prepare("UPDATE blocked_callers SET id = 'city-block'"),
    ]);
  });

  // Reads and writes with the other company's scope; the results must contain nothing that only City has.
  const cases: Record<string, (scope: TenantScope, number: string) => Promise<unknown>> = {
    answeringProfile: (_, number) => answeringProfile(numberScope(number), db(), { number: CALLER, now: Date.now() }),
    lookUp: (scope) => lookUp(scope, db(), { ...query, arrival: { id: crypto.randomUUID(), caller: CALLER } }),
    countArrival: (scope) => countArrival(scope, db(), { id: crypto.randomUUID(), caller: CALLER }, Date.now()).all(),
    settleLookUp: (scope) => settleLookUp(scope, db(), "city-look-up", { result: "heard", person: "Wen Bauer" }),
    wasRaised: (scope) => wasRaised(scope, db(), "look_ups.caller_stopped", 0),
    saveAlarm: (scope) =>
      saveAlarm(scope, db(), {
        alarm: "look_ups.caller_stopped",
        mail: { ...mail, id: "alarm" },
        since: 0,
        now: Date.now(),
      }),
    saveCallEvent: (scope, number) =>
      saveCallEvent(scope, db(), {
        event: "call_ended",
        payload: "{}",
        payloadHash: "h",
        call: { callId: "call_1", status: "ended", toNumber: number },
      }),
    claimCallEvent: () => claimCallEvent(coast, db(), "city-event", { now: Date.now(), until: Date.now() + 1000 }),
    postponeCallEvent: () => postponeCallEvent(coast, db(), "city-event", 5),
    callEventDone: () =>
      callEventDone(coast, db(), "city-event", {
        callId: "call_1",
        name: "y",
        counts: countTools([]),
        transcriptRank: 9,
        recordingRank: 9,
      }),
    storedDays: () => storedDays(coast, db(), "2000-01-01", "2100-01-01"),
    countDays: () => countDays(coast, db(), { stretches: [EARLY], timezone: "UTC" }),
    forgetDaysOfCall: (scope) => forgetDaysOfCall(scope, db(), "call_1").run(),
    forgetDays: (scope) => forgetDays(scope, db(), 1).run(),
    callsPage: () => callsPage(coast, db(), { ...page, from: null, to: null }),
    callById: () => callById(coast, db(), "city-call", Date.now()),
    saveFeedback: () => saveFeedback(coast, db(), "city-call", { wrong: true, note: null }),
    messageDesk: (scope) => messageDesk(scope, db()),
    savedMessageSettings: () => savedMessageSettings(coast, db()),
    saveMessageSettings: () => saveMessageSettings(coast, db(), NO_MAIL, NO_MAIL),
    awaitingDigest: () => awaitingDigest(coast, db(), 100),
    saveDigest: () => saveDigest(coast, db(), ["city-message"], { ...mail, id: crypto.randomUUID() }, 1),
    messagesPage: () => messagesPage(coast, db(), page),
    countOpenMessages: () => countOpenMessages(coast, db()),
    messageById: () => messageById(coast, db(), "city-message"),
    messagesOfCall: () => messagesOfCall(coast, db(), "call_1"),
    changeMessage: () => changeMessage(coast, db(), "city-message", { change: { doneAt: 1 }, action: "message.done" }),
    savedRetention: () => savedRetention(coast, db()),
    saveRetention: () => saveRetention(coast, db(), DEFAULT_RETENTION, DEFAULT_RETENTION),
    outlivedCalls: () => outlivedCalls(coast, db(), "transcripts", Date.now(), 100),
    markPurged: () => markPurged(coast, db(), "transcripts", { ids: ["city-call"], before: 1 }),
    callsAtRetell: () => callsAtRetell(coast, db(), Date.now(), 100),
    markForgotten: () => markForgotten(coast, db(), { ids: ["city-call"], before: 1, at: 1 }),
    blockedCallersOf: () => blockedCallersOf(coast, db()),
    countBlockedCallers: () => countBlockedCallers(coast, db()),
    blockCaller: () => blockCaller(coast, db(), { phoneE164: "+16025550177", note: null }),
    unblockCaller: () => unblockCaller(coast, db(), "city-block"),
    companyOf: (scope) => companyOf(scope, db()),
    saveMessage: (scope) => saveMessage(scope, db(), { ...message, id: crypto.randomUUID() }, { mail, now: 1 }),
    recordRing: (_, number) =>
      recordRing(numberScope(number), db(), {
        dedupeKey: "ring_1",
        numberId: COAST.numberId,
        caller: CALLER,
        forwardReason: "",
        outcome: "answered",
        milliseconds: 1,
        receivedAt: Date.now(),
      }),
    recordUnclaimedRing: (_, number) =>
      recordUnclaimedRing(numberScope(number), db(), { dedupeKey: "ring_2", receivedAt: 1 }),
    lastRing: () => lastRing(coast, db()),
    answeringProfiles: () => answeringProfiles(coast, db()),
    milestones: () => milestones(coast, db()),
    companyProfile: () => companyProfile(coast, db(), { number: CALLER, now: Date.now() }),
    auditTrail: () => auditTrail(coast, db(), { cursor: null, limit: 100, from: null, to: null }),
    insertAudit: () => insertAudit(coast, db(), { actor: COAST.user.id, action: "settings.saved" }),
    insertAuditIf: () => insertAuditIf(coast, db(), { actor: COAST.user.id, action: "settings.saved" }, sql`1`),
    dedicatedAgent: () => dedicatedAgent(coast, db()),
    claimCheck: () => claimCheck(coast, db(), { now: 9, before: 5 }),
    noteAgent: () => noteAgent(coast, db(), 5),
    savedConfig: () => savedConfig(coast, db()),
    saveConfig: async () => saveConfig(coast, db(), { ...cityVersion(), before: await savedConfig(coast, db()) }),
    configVersions: () => configVersions(coast, db(), { before: null, limit: 100 }),
    configVersion: () => configVersion(coast, db(), 2),
    phoneNumbers: () => phoneNumbers(coast, db()),
    phoneNumber: () => phoneNumber(coast, db(), CITY.numberId),
    insertPhoneNumber: () => insertPhoneNumber(coast, db(), { ...newNumber, id: crypto.randomUUID() }, COAST.user.id),
    deletePhoneNumber: async () => {
      const theirs = await phoneNumber(city, db(), CITY.numberId);
      if (theirs) await deletePhoneNumber(coast, db(), theirs, COAST.user.id);
    },
    insertMail: () => insertMail(coast, db(), { ...mail, id: crypto.randomUUID() }),
    insertMailIf: async () => insertMailIf(coast, db(), { ...mail, id: crypto.randomUUID() }, sql`1`),
    claimMail: () =>
      claimMail(coast, db(), "city-mail", { now: Date.now() + 1000, until: Date.now() + 2000, handOver: true }),
    giveUpInDoubt: () => giveUpInDoubt(coast, db(), "city-mail", Date.now() + 1000),
    insertMailWithin: () =>
      insertMailWithin(coast, db(), { ...mail, id: crypto.randomUUID() }, { most: 100, since: 0 }),
    postpone: () => postpone(coast, db(), "city-mail", 5),
    markSent: () => markSent(coast, db(), "city-mail", 5),
    markFailed: () => markFailed(coast, db(), "city-mail", 5),
    ...listCases(),
    ...numberCases(newNumber),
    ...leavingCases(),
    ...secretCases(),
    ...routeCases(),
    ...billingCases(),
    notePassword: () =>
      notePassword(coast, db(), { action: "account.password_reset", notice: { ...mail, id: crypto.randomUUID() } }),
    forgetLinks: () => forgetLinks(coast, db()),
    chooserOf: () => chooserOf(coast, db()),
  };

  it.each(Object.entries(cases))("%s touches only the company of its scope", async (_, use) => {
    const before = await rowsOf(CITY.user.id);
    for (const scope of [scopeOfUser(COAST.user.id), numberScope(COAST.phoneNumber)]) {
      const seen = JSON.stringify(await use(scope, COAST.phoneNumber)) ?? "";
      expect(seen).not.toMatch(CITY_ALONE);
      expect(seen).not.toContain(CITY.user.id);
    }
    expect(await rowsOf(CITY.user.id)).toEqual(before);
  });

  it("has a case above", () => {
    const modules = import.meta.glob<Record<string, unknown>>(["../db/*.ts", "../*/store/*.ts", "!../**/*.test.ts"], {
      eager: true,
    });
    const tries = ["countTry", "trySucceeded", "forgetTries", "deleteOldTries"]; // about accounts that may not exist
    const unscoped = ["accountStore", ...tries]; // db/directory/ is for gates and jobs alone: test/import-rules.test.ts
    const fragments = [
      "statement",
      "column",
      "differs",
      "anyDiffers",
      "columnsBut",
      "placeOf",
      "contains",
      "currentList",
      "isLive",
      "exportColumns",
      "fromTheStart",
      "isNumber",
      "numberOfRoute",
      "errorsStatement",
      "fieldOf",
      "sameBooking",
      "profileOf",
    ];
    const plumbing = [
      "openDatabase",
      "notBought",
      "companyTables",
      "recordTables",
      "ownedBy",
      "tenantOf",
      "tenantBy",
      "namedBy",
      "preparedSelect",
      "preparedStatement",
      "readCounted",
      "violatesUnique",
      ...fragments,
      ...unscoped,
    ];
    const exported = Object.values(modules)
      .flatMap((module) => Object.entries(module))
      .filter(([name, value]) => typeof value === "function" && !plumbing.includes(name))
      .map(([name]) => name);
    expect(exported.sort()).toEqual(Object.keys(cases).sort());
  });
});

describe("the database itself", () => {
  it.each(tenantTables().map((table) => [getTableName(table), table] as const))(
    "%s always names its company",
    (_, table) => {
      expect(getTableColumns(table)).toMatchObject({ userId: { notNull: true } });
    },
  );

  it("cannot hold a reference from one company's row to another's", async () => {
    const cityImport = await env.DB.prepare(
      "SELECT import_id FROM current_imports WHERE user_id = ? AND kind = 'reservations'",
    )
      .bind(CITY.user.id)
      .first("import_id");
    const steal = env.DB.prepare(
      "UPDATE current_imports SET import_id = ? WHERE user_id = ? AND kind = 'reservations'",
    );
    await expect(steal.bind(cityImport, COAST.user.id).run()).rejects.toThrow(/FOREIGN KEY/);
    const foreign = env.DB.prepare(
      "INSERT INTO drivers (id, user_id, import_id, name, name_key) VALUES ('x', ?, ?, 'A', 'a')",
    );
    await expect(foreign.bind(COAST.user.id, cityImport).run()).rejects.toThrow(/FOREIGN KEY/);
  });

  it("gives a number to only one company, even in a race", async () => {
    const claim = (userId: string, id: string) =>
      env.DB.prepare("INSERT INTO tenant_phone_numbers (id, user_id, phone_number) VALUES (?, ?, '+12125550177')")
        .bind(id, userId)
        .run();
    const claims = await Promise.allSettled([
      claim(CITY.user.id, "a"),
      claim(COAST.user.id, "b"),
      claim(CITY.user.id, "c"),
    ]);
    expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

async function endCall(to: string, bindings = {}): Promise<Response> {
  const call = { call_id: "call_1", call_status: "ended", to_number: to, from_number: CALLER };
  return send(await fromRetell("/retell/call-events", { event: "call_ended", call }), bindings);
}

async function leaveMessage(to: string, bindings = {}): Promise<Response> {
  const call = { call_id: "call_1", to_number: to, from_number: CALLER };
  return send(await fromRetell("/retell/tools/take_message", { args: { message: "Hello" }, call }), bindings);
}

/** Company tables in this statement that are used without their `user_id` or a dialled number. */
function unscopedTables(statement: string): string[] {
  const named = tenantTables()
    .map(getTableName)
    .filter((name) => new RegExp(`(from|into|update|join) "${name}"`, "i").test(statement));
  const scoped = /"user_id" = |\("?[^)]*"user_id"|owner\.phone_number = \?|"phone_number" = \?/.test(statement);
  return scoped ? [] : named;
}

function tenantTables(): SQLiteTable[] {
  const exported: unknown[] = Object.values(schema);
  return exported.filter((table) => is(table, SQLiteTable)).filter(isTenantTable);
}

/** All tables except the account tables, which better-auth owns, and those that belong to nobody (rings, closed accounts). */
function isTenantTable(table: SQLiteTable): boolean {
  return ![
    "user",
    "session",
    "account",
    "verification",
    "rate_limit",
    "sign_in_tries",
    "two_factor",
    "unclaimed_rings",
    "closed_accounts",
  ].includes(getTableConfig(table).name);
}

async function rowsOf(userId: string): Promise<unknown> {
  const tables = tenantTables().map(getTableName);
  const rows = await env.DB.batch(
    tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} WHERE user_id = ?`).bind(userId)),
  );
  return Object.fromEntries(rows.map(({ results }, index) => [tables[index], results]));
}
