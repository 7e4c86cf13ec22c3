import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import type { Store } from "../retell/store.ts";
import type { AccountAtTwilio } from "./twilio-account.ts";
import { TwilioError } from "./twilio-error.ts";
import { accountOfKey } from "./twilio-gate.ts";

/** As much of a definition as an incoming call needs to get anywhere. */
const Definition = z.looseObject({
  states: z.array(z.looseObject({ name: z.string(), type: z.string() })).min(1),
  initial_state: z.string(),
});

/** Studio's flows, version 2: create, update, list, delete. A published flow has an address that answers calls. */
export function twilioFlowRoutes(store: Store): Hono {
  return new Hono()
    .get("/v2/Flows", (c) => {
      const { flows } = accountOfKey(store, c, "flows");
      return c.json({ flows: flows.map(({ definition: _, ...flow }) => flow), meta: { key: "flows", page: 0 } });
    })
    .post("/v2/Flows", async (c) => {
      const account = accountOfKey(store, c, "flows");
      const sent = new URLSearchParams(await c.req.text());
      const name = sent.get("FriendlyName");
      const status = sent.get("Status");
      if (!name || (status !== "draft" && status !== "published"))
        throw new TwilioError(400, 20001, "Invalid parameter");
      const sid = `FW${randomBytes(16).toString("hex")}`;
      const webhook_url = `https://webhooks.twilio.com/v1/Accounts/${account.sid}/Flows/${sid}`;
      const definition = definitionOf(sent.get("Definition"));
      const flow = { sid, friendly_name: name, status, revision: 1, definition, webhook_url } as const;
      account.flows.push(flow);
      store.save();
      return c.json({ ...flow, account_sid: account.sid, valid: true, errors: [] }, 201);
    })
    .post("/v2/Flows/:sid", async (c) => {
      const account = accountOfKey(store, c, "flows");
      const flow = flowOf(account, c.req.param("sid"));
      flow.definition = definitionOf(new URLSearchParams(await c.req.text()).get("Definition"));
      flow.revision += 1;
      store.save();
      return c.json({ ...flow, account_sid: account.sid, valid: true, errors: [] });
    })
    .delete("/v2/Flows/:sid", (c) => {
      const account = accountOfKey(store, c, "flows");
      account.flows.splice(account.flows.indexOf(flowOf(account, c.req.param("sid"))), 1);
      store.save();
      return c.body(null, 204);
    });
}

function definitionOf(text: string | null): unknown {
  const read = Definition.safeParse(parsed(text));
  if (read.success && read.data.states.some(({ name }) => name === read.data.initial_state)) return read.data;
  throw new TwilioError(400, 60001, "Flow definition is invalid");
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

function flowOf({ flows }: AccountAtTwilio, sid: string) {
  const found = flows.find((flow) => flow.sid === sid);
  if (!found) throw new TwilioError(404, 20404, `The requested resource Flows/${sid} was not found`);
  return found;
}
