import type { Faults } from "./retell/faults.ts";
import type { Store } from "./retell/store.ts";

/** What the stand-in's routes may use. */
export type Services = {
  store: Store;
  apiKey: string;
  faults: Faults;
  judged: boolean; // whether Retell's OpenAPI document judges what is sent and answered (openapi/referee.ts)
  webhookTimeoutMs: number; // for the inbound webhook, and for events of agents without their own limit
};
