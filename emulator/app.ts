import { Hono } from "hono";
import { answerError, RetellError } from "./errors.ts";
import { restGate } from "./rest-gate.ts";
import { accountRoutes } from "./routes-account.ts";
import { agentRoutes } from "./routes-agents.ts";
import { callRoutes } from "./routes-calls.ts";
import { llmRoutes } from "./routes-llms.ts";
import { numberRoutes } from "./routes-numbers.ts";
import type { Store } from "./store.ts";

/** Every door of the stand-in: Retell's REST API behind the API key. */
export function createApp(options: { store: Store; apiKey: string }): Hono {
  const { store, apiKey } = options;
  const rest = new Hono()
    .use(restGate(apiKey))
    .route("/", agentRoutes(store))
    .route("/", llmRoutes(store))
    .route("/", numberRoutes(store))
    .route("/", callRoutes(store))
    .route("/", accountRoutes(store));
  const app = new Hono().route("/", rest);
  app.notFound((c) => answerError(new RetellError(404, "The requested resource was not found."), c));
  app.onError(answerError);
  return app;
}
