import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { readBody } from "../request-body.ts";
import type { Faults } from "../retell/faults.ts";
import { restFaults } from "../retell/rest-faults.ts";
import type { Store } from "../retell/store.ts";
import { telnyxApplicationRoutes } from "./routes-applications.ts";
import { telnyxNumberRoutes } from "./routes-numbers.ts";
import { TelnyxAccount } from "./telnyx-account.ts";
import { answerTelnyxError, TelnyxError, telnyxFault } from "./telnyx-error.ts";
import { telnyxNumberId } from "./telnyx-id.ts";

/** Telnyx's API below /telnyx/v2, for the accounts that `PUT /emulator/telnyx/accounts/:id` has made. */
export function telnyxRoutes(store: Store, faults: Faults): Hono<{ Bindings: HttpBindings }> {
  const api = new Hono<{ Bindings: HttpBindings }>()
    .use(restFaults(faults, telnyxFault))
    .route("/", telnyxNumberRoutes(store))
    .route("/", telnyxApplicationRoutes(store));
  api.all("*", () => {
    throw new TelnyxError(404, "10005", "Resource not found");
  });
  api.onError(answerTelnyxError);
  return new Hono<{ Bindings: HttpBindings }>().route("/telnyx/v2", api);
}

/** The stand-in's own controls: makes or replaces an account, and shows one as it is now. */
export function telnyxControls(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .put("/emulator/telnyx/accounts/:id", async (c) => {
      const id = c.req.param("id");
      const { api_key, numbers } = await readBody(c, TelnyxAccount);
      const account = {
        id,
        api_key,
        numbers: numbers.map((number) => ({ ...number, id: telnyxNumberId(number.phone_number) })),
        applications: [],
      };
      state.telnyx = [...state.telnyx.filter((other) => other.id !== id), account];
      store.save();
      return c.json(account);
    })
    .get("/emulator/telnyx/accounts/:id", (c) => {
      const account = state.telnyx.find(({ id }) => id === c.req.param("id"));
      return account ? c.json(account) : c.notFound();
    });
}
