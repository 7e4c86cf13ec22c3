import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { openDatabase } from "../db/database.ts";
import {
  companySetups,
  endSetup,
  isSetUpAt,
  leaseSetup,
  noteSetup,
  routeSetup,
  startSetup,
} from "../route-setup/store/route-setups.ts";
import { carrierAccount, deleteCarrierAccount, saveCarrierAccount } from "../telephony/store/carrier-accounts.ts";
import { noteSipFailed, numberRoute, saveNumberRoute, trySipUntil } from "../telephony/store/number-routes.ts";
import { deleteOverride, savedOverride, saveOverride } from "../telephony/store/override.ts";
import { routedCallsSince, saveKeyPressed, saveOfficeEnd, saveRoutedCall } from "../telephony/store/routed-calls.ts";
import { voiceProfiles } from "../telephony/store/voice-profiles.ts";
import { scopeOfUser } from "../tenancy/scope.ts";
import { closeIncident, openIncident, watchedRoutes } from "../watchdog/store/incidents.ts";

const ACCOUNT = { accountSid: "AC-Sun City", publicKey: null, apiKeySid: null, tokenSetAt: 5, apiKeySetAt: null };
const CALL = {
  carrierCallId: "CA-city",
  numberId: CITY.numberId,
  caller: "+16025550111",
  withheld: false,
  agentNumber: CITY.phoneNumber,
  reason: "",
  receivedAt: 5,
  toAgentAt: null,
};

const MAIL = () => ({ id: crypto.randomUUID(), recipient: "a@example.com", subject: "s", text: "t", html: "h" });
const SETUP = {
  carrier: "twilio" as const,
  publicNumber: "+15205550184",
  carrierNumberId: "PN-Sun City",
  former: { voice_url: "https://sun-city.example" },
  lease: "theirs",
  leaseUntil: 5,
  step: null,
  parts: null,
  startedAt: 5,
};

const SETUP_OF_COAST = { ...SETUP, carrierNumberId: "PN-coast", former: {} };

/** The city's route, carrier account, manual switch, and a call that its carrier asked about. */
export async function fillCityRoutes(): Promise<void> {
  const [db, city] = [openDatabase(env.DB), scopeOfUser(CITY.user.id)];
  const route = {
    numberId: CITY.numberId,
    method: "twilio_live" as const,
    publicNumber: "+15205550184",
    token: "Sun City token",
    pressOne: false,
    sipLeg: false,
    methodSince: 5,
  };
  await saveNumberRoute(city, db, route, { action: "route.saved", before: null });
  await saveCarrierAccount(city, db, "twilio", ACCOUNT);
  await saveOverride(city, db, { answers: "closed", until: 5 }, { actor: "a", now: 5, before: null });
  await saveRoutedCall(city, db, CALL);
  await openIncident(city, db, { numberId: CITY.numberId, kind: "voicemail", mail: MAIL(), at: 5 });
  await startSetup(city, db, { ...SETUP, id: "city-setup", numberId: CITY.numberId });
}

/** Every store of routes, asked in the coast's name for what is the city's. */
export function routeCases(): Record<string, () => Promise<unknown>> {
  const [db, coast] = [openDatabase(env.DB), scopeOfUser(COAST.user.id)];
  return {
    numberRoute: () => numberRoute(coast, db, CITY.numberId),
    trySipUntil: () => trySipUntil(coast, db, CITY.numberId, 5),
    noteSipFailed: () => noteSipFailed(coast, db, CITY.numberId, 5),
    saveNumberRoute: () =>
      saveNumberRoute(
        coast,
        db,
        {
          numberId: COAST.numberId,
          method: "none",
          publicNumber: null,
          token: crypto.randomUUID(),
          pressOne: false,
          sipLeg: false,
          methodSince: 1,
        },
        { action: "route.saved", before: null },
      ),
    carrierAccount: () => carrierAccount(coast, db, "twilio"),
    saveCarrierAccount: () => saveCarrierAccount(coast, db, "twilio", { ...ACCOUNT, accountSid: "AC-coast" }),
    deleteCarrierAccount: () => deleteCarrierAccount(coast, db, "twilio"),
    savedOverride: () => savedOverride(coast, db),
    saveOverride: () => saveOverride(coast, db, { answers: "agent", until: 6 }, { actor: "a", now: 5, before: null }),
    deleteOverride: () => deleteOverride(coast, db, "a"),
    saveRoutedCall: () => saveRoutedCall(coast, db, { ...CALL, numberId: COAST.numberId }),
    saveOfficeEnd: () =>
      saveOfficeEnd(coast, db, CALL.carrierCallId, {
        officeStatus: "busy",
        officeSeconds: 1,
        officeEndedAt: 6,
        toAgentAt: 6,
        reason: "x",
      }),
    saveKeyPressed: () => saveKeyPressed(coast, db, CALL.carrierCallId, 7),
    routedCallsSince: () => routedCallsSince(coast, db, { numberId: CITY.numberId, since: 0, limit: 10 }),
    companySetups: () => companySetups(coast, db),
    routeSetup: () => routeSetup(coast, db, CITY.numberId),
    isSetUpAt: async () => {
      if (await isSetUpAt(coast, db, "twilio")) throw new Error("seen: Sun City");
    },
    startSetup: () => startSetup(coast, db, { ...SETUP_OF_COAST, id: crypto.randomUUID(), numberId: COAST.numberId }),
    leaseSetup: () => leaseSetup(coast, db, CITY.numberId, { token: "x", now: 6, until: 7 }),
    noteSetup: () => noteSetup(coast, db, { numberId: CITY.numberId, lease: "theirs" }, { trouble: "outage" }),
    endSetup: () => endSetup(coast, db, { numberId: CITY.numberId, lease: "theirs" }, "undone"),
    watchedRoutes: () => watchedRoutes(coast, db),
    openIncident: () => openIncident(coast, db, { numberId: COAST.numberId, kind: "voicemail", mail: MAIL(), at: 6 }),
    closeIncident: () => closeIncident(coast, db, CITY.numberId, "voicemail"),
    voiceProfiles: () => voiceProfiles(coast, db),
  };
}
