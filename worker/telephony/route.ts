import { type Context, Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { answerError, errorResponse } from "../http/errors.ts";
import { continued } from "../http/later.ts";
import { notFound } from "../lib/errors.ts";
import { type AskedByCarrier, carrierGate } from "../tenancy/carrier-gate.ts";
import { answerCall } from "./answer-call.ts";
import { carrierBase } from "./carrier-address.ts";
import { CARRIERS, type Carrier } from "./carriers.ts";
import { handleCall, handleKey, handleOfficeEnd, handleSipEnd } from "./handle-call.ts";
import { screenedXml, screenXml, voiceXml } from "./voice-xml.ts";

const carriers = new Hono<AppEnv & AskedByCarrier>();

for (const carrier of CARRIERS) {
  carriers
    .post(`/${carrier}/:token/voice`, carrierGate(carrier), (c) => {
      const { step, reason } = handleCall(c.get("services"), c.get("asked"));
      c.get("trace").outcome = `${step.to}: ${reason}`;
      return xml(c, voiceXml(carrier, step, baseOf(c, carrier)));
    })
    .post(`/${carrier}/:token/screen`, carrierGate(carrier), (c) => xml(c, screenXml(baseOf(c, carrier))))
    .post(`/${carrier}/:token/screened`, carrierGate(carrier), async (c) => {
      const taken = await handleKey(c.get("services"), c.get("asked"));
      c.get("trace").outcome = taken ? "taken" : "not taken";
      return xml(c, screenedXml(taken));
    })
    .post(`/${carrier}/:token/after-agent`, carrierGate(carrier), (c) => {
      const step = handleSipEnd(c.get("services"), c.get("asked"));
      c.get("trace").outcome = step.to;
      return xml(c, voiceXml(carrier, step, baseOf(c, carrier)));
    })
    .post(`/${carrier}/:token/after-dial`, carrierGate(carrier), (c) => {
      const step = handleOfficeEnd(c.get("services"), c.get("asked"));
      c.get("trace").outcome = step.to;
      return xml(c, voiceXml(carrier, step, baseOf(c, carrier)));
    });
}

/** Who answers, for a Studio flow. */
carriers.get("/:token/decision", carrierGate("twilio"), (c) => {
  const asked = c.get("asked");
  const { profile, call } = asked;
  // Without the call's id, which a flow may leave out, there is nothing to note.
  const { step, reason } = call.id ? handleCall(c.get("services"), asked) : answerCall(asked, c.get("services").now());
  c.get("trace").outcome = `${step.to}: ${reason}`;
  const body = {
    route: step.to,
    reason,
    office_phone: profile.officePhone ?? "",
    agent_number: profile.agentNumber,
    ring_seconds: profile.ringSeconds,
  };
  return json(c, body);
});

/** A Studio flow says how the office's leg ended. It knows by itself what follows; this is what we note and show. */
carriers.get("/:token/office-end", carrierGate("twilio"), (c) => {
  const step = handleOfficeEnd(c.get("services"), c.get("asked"));
  c.get("trace").outcome = step.to;
  return json(c, { route: step.to });
});

/** A carrier asks where a call goes (design 5.5). Loaded with its first request: Retell's rings do not need it. */
export const telephonyDoor = new Hono<AppEnv>()
  .onError(answerError)
  .notFound((c) => errorResponse(notFound(), c.get("requestId")))
  .use(continued())
  .route("/telephony", carriers);

function baseOf(c: Context<AppEnv & AskedByCarrier>, carrier: Carrier): string {
  return carrierBase(c.get("services").settings, carrier, c.req.param("token") ?? "");
}

/** If `Content-Type` is not exactly this, a Studio flow reads nothing. */
function json(c: Context<AppEnv & AskedByCarrier>, body: object): Response {
  return c.body(JSON.stringify(body), 200, { "content-type": "application/json" });
}

function xml(c: Context<AppEnv & AskedByCarrier>, text: string): Response {
  return c.body(text, 200, { "content-type": "text/xml" });
}
