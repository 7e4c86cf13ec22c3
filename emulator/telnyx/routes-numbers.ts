import { Hono } from "hono";
import { readBody } from "../request-body.ts";
import type { Store } from "../retell/store.ts";
import { type NumberAtTelnyx, NumberChange, VoiceChange } from "./telnyx-account.ts";
import { TelnyxError } from "./telnyx-error.ts";
import { accountOfBearer, telnyxNumber } from "./telnyx-gate.ts";

/** Phone numbers: list by digits, read, put on a connection, and the voice settings. */
export function telnyxNumberRoutes(store: Store): Hono {
  return new Hono()
    .get("/phone_numbers", (c) => {
      const digits = c.req.query("filter[phone_number]");
      const { numbers } = accountOfBearer(store, c);
      // A filter that contains anything but digits finds nothing, as at Telnyx.
      const found = numbers.filter(({ phone_number }) => digits === undefined || contains(phone_number, digits));
      return c.json({
        data: found.map(shown),
        meta: { page_number: 1, page_size: 250, total_pages: 1, total_results: found.length },
      });
    })
    .get("/phone_numbers/:id", (c) =>
      c.json({ data: shown(telnyxNumber(accountOfBearer(store, c), c.req.param("id"))) }),
    )
    .patch("/phone_numbers/:id", async (c) => {
      const account = accountOfBearer(store, c);
      const number = telnyxNumber(account, c.req.param("id"));
      const { connection_id } = await readBody(c, NumberChange);
      if (connection_id !== undefined) number.connection_id = connection_id || null;
      store.save();
      return c.json({ data: shown(number) });
    })
    .get("/phone_numbers/:id/voice", (c) =>
      c.json({ data: voice(telnyxNumber(accountOfBearer(store, c), c.req.param("id"))) }),
    )
    .patch("/phone_numbers/:id/voice", async (c) => {
      const number = telnyxNumber(accountOfBearer(store, c), c.req.param("id"));
      const { call_forwarding } = await readBody(c, VoiceChange);
      const forwards_to = call_forwarding?.forwards_to;
      if (forwards_to && !/^\+\d{7,15}$/.test(forwards_to))
        throw new TelnyxError(422, "10015", "forwards_to is invalid");
      if (call_forwarding) number.call_forwarding = { ...number.call_forwarding, ...call_forwarding };
      store.save();
      return c.json({ data: voice(number) });
    });
}

function contains(phoneNumber: string, digits: string): boolean {
  return /^\d{3,}$/.test(digits) && phoneNumber.includes(digits);
}

function shown({ call_forwarding: _, ...number }: NumberAtTelnyx) {
  return { ...number, record_type: "phone_number", status: "active", connection_name: null };
}

function voice({ id, phone_number, connection_id, call_forwarding }: NumberAtTelnyx) {
  return { id, phone_number, connection_id, call_forwarding, record_type: "voice_settings" };
}
