import type { RequestIdVariables } from "hono/request-id";
import type { Bindings } from "../env.ts";
import type { Services } from "../services.ts";

/** What the request log adds to its line; a door fills it in, one that is loaded later also which of its routes matched. */
export type Trace = { tenant?: string; outcome?: string; door?: string };

export type AppEnv = {
  Bindings: Bindings;
  Variables: RequestIdVariables & { services: Services; trace: Trace };
};
