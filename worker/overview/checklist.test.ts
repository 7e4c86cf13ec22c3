import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { goLiveChecklist, type KnownNumber, type Milestones } from "./checklist.ts";
import { isWayProven } from "./way-proven.ts";

const CONFIG = { ...DEFAULT_CONFIG, company_name: "Desert Rides", welcome_message: "Hello." };
const NUMBER: KnownNumber = { status: "connected", verified_at: 1 };
const ALL: Milestones = {
  hasList: true,
  listIsFresh: true,
  wayIsProven: true,
  hasCall: true,
  hasMessage: true,
  hasMessageDone: true,
};

const states = (...given: Parameters<typeof goLiveChecklist>) =>
  Object.fromEntries(goLiveChecklist(...given).map(({ code, state }) => [code, state]));

test("everything is done once it is", () => {
  expect(new Set(Object.values(states(CONFIG, [NUMBER], ALL)))).toEqual(new Set(["done"]));
});

test.each([
  ["settings", states(null, [NUMBER], ALL), "open"],
  ["settings", states({ ...CONFIG, forwarding_mode: "overflow" }, [NUMBER], ALL), "open"],
  ["greeting", states({ ...CONFIG, welcome_message: null }, [NUMBER], ALL), "open"],
  ["reservations", states(CONFIG, [NUMBER], { ...ALL, hasList: false, listIsFresh: false }), "open"],
  ["reservations", states(CONFIG, [NUMBER], { ...ALL, listIsFresh: false }), "open"],
  ["phone_number", states(CONFIG, [], ALL), "open"],
  ["phone_number", states(CONFIG, [{ ...NUMBER, status: "error" }], ALL), "open"],
  ["phone_number", states(CONFIG, [{ ...NUMBER, status: "disconnecting" }], ALL), "open"],
  ["forwarding", states(CONFIG, [], { ...ALL, wayIsProven: false }), "later"],
  ["forwarding", states(CONFIG, [NUMBER], { ...ALL, wayIsProven: false }), "open"],
  ["first_call", states(CONFIG, [NUMBER], { ...ALL, hasCall: false }), "open"],
  ["first_message", states(CONFIG, [NUMBER], { ...ALL, hasMessage: false, hasMessageDone: false }), "later"],
  ["first_message", states(CONFIG, [NUMBER], { ...ALL, hasMessageDone: false }), "open"],
] as const)("%s is not done before it is (%#)", (code, found, state) => {
  expect(found[code]).toBe(state);
});

test("each step says in one line why it matters, and where it is done", () => {
  for (const config of [null, CONFIG]) {
    for (const { why, href } of goLiveChecklist(config, [], { ...ALL, hasList: false })) {
      expect(why).toMatch(/^[A-Z].{10,80}\.$/);
      expect(href).toMatch(/^\/[a-z]/);
    }
  }
});

const NO_PROOF = {
  carrier_asked_at: null,
  office_rang_at: null,
  office_answered_at: null,
  agent_after_office_at: null,
  agent_directly_at: null,
  agent_rang_at: null,
  voicemail_suspected_at: null,
};

test.each([
  ["no call", "always", "forwarding", {}, false],
  ["a call", "always", "twilio_live", { agent_rang_at: 1 }, true],
  ["a call over a forwarded line", "after_hours", "forwarding", { agent_rang_at: 1 }, true],
  ["a call before the way was chosen", "overflow", "none", { agent_rang_at: 1 }, true],
  [
    "a call that went to the agent at once",
    "overflow",
    "twilio_live",
    { agent_rang_at: 1, agent_directly_at: 1 },
    false,
  ],
  [
    "a call that the office did not take",
    "overflow",
    "telnyx_live",
    { agent_rang_at: 1, agent_after_office_at: 1 },
    true,
  ],
  [
    "only the call that the office did not take",
    "after_hours",
    "twilio_live",
    { agent_rang_at: 1, agent_after_office_at: 1 },
    false,
  ],
  [
    "both calls",
    "after_hours",
    "twilio_live",
    { agent_rang_at: 1, agent_after_office_at: 1, agent_directly_at: 1 },
    true,
  ],
  ["a flow's call while closed", "after_hours", "twilio_studio", { agent_rang_at: 1, agent_directly_at: 1 }, false],
] as const)("after %s (%s, %s) the way is proven or not", (_, mode, method, proof, proven) => {
  expect(isWayProven(mode, method, { ...NO_PROOF, ...proof })).toBe(proven);
});
