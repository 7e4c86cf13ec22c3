import { Hono } from "hono";
import type { Store } from "./store.ts";

const BASE_CONCURRENCY = 20; // what Retell gives every workspace for free

/** The workspace, and how many simultaneous calls it may have. */
export function accountRoutes(store: Store): Hono {
  return new Hono()
    .get("/get-concurrency", (c) =>
      c.json({
        current_concurrency: store.state.calls.filter((call) => call.call_status === "ongoing").length,
        concurrency_limit: BASE_CONCURRENCY,
        base_concurrency: BASE_CONCURRENCY,
        purchased_concurrency: 0,
        concurrency_purchase_limit: 100,
        remaining_purchase_limit: 100,
        concurrency_burst_enabled: false,
        concurrency_burst_limit: 0,
        reserved_inbound_concurrency: 0,
      }),
    )
    .get("/get-api-key-info", (c) => c.json({ api_key_name: "emulator", org_name: "Emulated workspace" }));
}
