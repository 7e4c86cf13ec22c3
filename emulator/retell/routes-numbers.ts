import { Hono } from "hono";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { missingAsset, RetellError } from "../errors.ts";
import { pageOf } from "../page.ts";
import { readBody } from "../request-body.ts";
import { type BoundAgent, NumberCreate, NumberImport, NumberUpdate, type PhoneNumber } from "./number-schema.ts";
import type { Store } from "./store.ts";
import { resolveVersion } from "./versions.ts";

/** Phone numbers. The number itself is its id. The trunk password is accepted but never returned. */
export function numberRoutes(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .post("/import-phone-number", async (c) => {
      const body = await readBody(c, NumberImport);
      const { termination_uri, transport, sip_trunk_auth_username, ...rest } = body;
      const { ignore_e164_validation: _e, sip_trunk_auth_password: _p, ...fields } = rest;
      const number: PhoneNumber = {
        ...fields,
        ...newNumber(body.phone_number, "custom"),
        sip_outbound_trunk_config: {
          termination_uri,
          transport: transport ?? "TCP",
          ...(sip_trunk_auth_username === undefined ? {} : { auth_username: sip_trunk_auth_username }),
        },
      };
      add(store, number);
      return c.json(number, 201);
    })
    .post("/create-phone-number", async (c) => {
      const { transport: _, number_provider, toll_free, country_code, ...fields } = await readBody(c, NumberCreate);
      const area = toll_free ? "833" : String(fields.area_code ?? (country_code === "CA" ? 416 : 415));
      const bought = fields.phone_number ?? freeNumber(store, area);
      const number = { ...fields, ...newNumber(bought, `retell-${number_provider}`) };
      checkFallback(store, number.phone_number, number.fallback_number);
      add(store, number);
      return c.json(number, 201);
    })
    .get("/get-phone-number/:phone_number", (c) => c.json(find(store, c.req.param("phone_number"))))
    .get("/v2/list-phone-numbers", (c) => c.json(pageOf(c, state.numbers, (n) => n.phone_number)))
    .patch("/update-phone-number/:phone_number", async (c) => {
      const number = find(store, c.req.param("phone_number"));
      const { termination_uri, transport, auth_username, auth_password, ...fields } = await readBody(c, NumberUpdate);
      checkAgents(store, fields);
      checkFallback(store, number.phone_number, fields.fallback_number);
      const trunk = { termination_uri, transport, auth_username };
      const changesTrunk = auth_password !== undefined || Object.values(trunk).some((v) => v !== undefined);
      if (changesTrunk && number.phone_number_type !== "custom") {
        throw new RetellError(400, "Only an imported phone number has a SIP trunk.");
      }
      Object.assign(number, fields, { last_modification_timestamp: Date.now() });
      if (changesTrunk) number.sip_outbound_trunk_config = { ...number.sip_outbound_trunk_config, ...defined(trunk) };
      store.save();
      return c.json(number);
    })
    .delete("/delete-phone-number/:phone_number", (c) => {
      state.numbers.splice(state.numbers.indexOf(find(store, c.req.param("phone_number"))), 1);
      store.save();
      return c.body(null, 204);
    });
}

type AgentLists = Pick<
  PhoneNumber,
  "inbound_agents" | "outbound_agents" | "inbound_sms_agents" | "outbound_sms_agents"
>;

function newNumber(phone_number: string, phone_number_type: PhoneNumber["phone_number_type"]) {
  return {
    phone_number,
    phone_number_type,
    phone_number_pretty: parsePhoneNumberFromString(phone_number)?.formatInternational() ?? phone_number,
    last_modification_timestamp: Date.now(),
  };
}

function add(store: Store, number: PhoneNumber): void {
  checkAgents(store, number);
  if (store.state.numbers.some((n) => n.phone_number === number.phone_number)) {
    throw new RetellError(400, `Phone number ${number.phone_number} already exists.`);
  }
  store.state.numbers.push(number);
  store.save();
}

/** The next free number of an area. None is left in areas that end in 99, for tests and for trying it out. */
function freeNumber({ state }: Store, area: string): string {
  const taken = new Set(state.numbers.map((n) => n.phone_number));
  for (let line = 100; line < 200 && !area.endsWith("99"); line++) {
    const number = `+1${area}5550${line}`;
    if (!taken.has(number)) return number;
  }
  throw new RetellError(400, `No phone numbers available for area code ${area}.`);
}

function find(store: Store, phoneNumber: string): PhoneNumber {
  const number = store.state.numbers.find((n) => n.phone_number === phoneNumber);
  if (number === undefined) throw missingAsset();
  return number;
}

function checkAgents(store: Store, lists: AgentLists): void {
  const bound: BoundAgent[] = [
    ...(lists.inbound_agents ?? []),
    ...(lists.outbound_agents ?? []),
    ...(lists.inbound_sms_agents ?? []),
    ...(lists.outbound_sms_agents ?? []),
  ];
  for (const { agent_id, agent_version } of bound) {
    const agent = store.state.agents.find((a) => a.agent_id === agent_id);
    if (agent === undefined) throw missingAsset();
    resolveVersion(agent, agent_version);
  }
}

function checkFallback(store: Store, phoneNumber: string, fallback: string | null | undefined): void {
  if (!fallback) return;
  if (fallback === phoneNumber) throw new RetellError(400, "fallback_number cannot be the phone number itself.");
  const target = store.state.numbers.find((n) => n.phone_number === fallback);
  if (target?.fallback_number) throw new RetellError(400, "fallback_number already has a fallback of its own.");
}

function defined(trunk: Record<string, string | null | undefined>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(trunk).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}
