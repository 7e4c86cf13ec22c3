import type { Faults } from "./retell/faults.ts";
import type { Store } from "./retell/store.ts";

/** What the stand-in's doors may use. */
export type Services = {
  store: Store;
  apiKey: string;
  faults: Faults;
  webhookTimeoutMs: number; // inbound webhook, and events of agents that name no limit of their own
};
