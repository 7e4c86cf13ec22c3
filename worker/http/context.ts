import type { RequestIdVariables } from "hono/request-id";
import type { Bindings } from "../env.ts";
import type { Services } from "../services.ts";

/** What a door adds to its line in the request log. A door that is loaded later also names the route that matched. */
export type Trace = { tenant?: string; outcome?: string; door?: string };

export type AppEnv = {
  Bindings: Bindings;
  Variables: RequestIdVariables & { services: Services; trace: Trace };
};
