import { createHash } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { readBody } from "../request-body.ts";
import type { Faults } from "../retell/faults.ts";
import { restFaults } from "../retell/rest-faults.ts";
import type { Store } from "../retell/store.ts";
import { twilioFlowRoutes } from "./routes-flows.ts";
import { twilioNumberRoutes } from "./routes-numbers.ts";
import { TwilioAccount } from "./twilio-account.ts";
import { answerTwilioError, TwilioError, twilioFault } from "./twilio-error.ts";

/** Twilio's APIs below /twilio, for the accounts that `PUT /emulator/twilio/accounts/:sid` has made. */
export function twilioRoutes(store: Store, faults: Faults): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono<{ Bindings: HttpBindings }>()
    .use(restFaults(faults, twilioFault))
    .route("/", twilioNumberRoutes(store))
    .route("/", twilioFlowRoutes(store));
  api.all("*", () => {
    throw new TwilioError(404, 20404, "The requested resource was not found");
  });
  api.onError(answerTwilioError);
  return new Hono<{ Bindings: HttpBindings }>().route("/twilio", api);
}

/** The stand-in's own controls: makes or replaces an account, and shows one as it is now. */
export function twilioControls(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .put("/emulator/twilio/accounts/:sid{AC[0-9a-f]{32}}", async (c) => {
      const sid = c.req.param("sid");
      const sent = await readBody(c, TwilioAccount);
      const numbers = sent.numbers.map((number) => ({ ...number, sid: numberSid(number.phone_number) }));
      state.twilio = [...state.twilio.filter((account) => account.sid !== sid), { ...sent, sid, numbers, flows: [] }];
      store.save();
      return c.json(state.twilio.at(-1));
    })
    .get("/emulator/twilio/accounts/:sid", (c) => {
      const account = state.twilio.find(({ sid }) => sid === c.req.param("sid"));
      return account ? c.json(account) : c.notFound();
    });
}

/** The same number keeps its id, as at Twilio. */
function numberSid(phoneNumber: string): string {
  return `PN${createHash("md5").update(phoneNumber).digest("hex")}`;
}
