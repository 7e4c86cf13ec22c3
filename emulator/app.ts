import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answerError, RetellError } from "./errors.ts";
import type { faultList } from "./faults.ts";
import { mailRoutes } from "./mailbox.ts";
import { restFaults } from "./rest-faults.ts";
import { restGate } from "./rest-gate.ts";
import { accountRoutes } from "./routes-account.ts";
import { agentRoutes } from "./routes-agents.ts";
import { callRoutes } from "./routes-calls.ts";
import { emulatorRoutes } from "./routes-emulator.ts";
import { llmRoutes } from "./routes-llms.ts";
import { numberRoutes } from "./routes-numbers.ts";
import { recordingRoutes } from "./routes-recordings.ts";
import type { Services } from "./services.ts";

/** Every door of the stand-in: its own controls, the mailbox and recordings are open, Retell's REST API asks for the key. */
export function createApp(services: Services, faults: ReturnType<typeof faultList>): Hono<{ Bindings: HttpBindings }> {
  const { store, apiKey } = services;
  const rest = new Hono<{ Bindings: HttpBindings }>()
    .use(restFaults(faults))
    .use(restGate(apiKey))
    .route("/", agentRoutes(store))
    .route("/", llmRoutes(store))
    .route("/", numberRoutes(store))
    .route("/", callRoutes(services))
    .route("/", accountRoutes(store));
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route("/", emulatorRoutes(services, faults))
    .route("/", mailRoutes(store))
    .route("/", recordingRoutes(services))
    .route("/", rest);
  app.notFound((c) => answerError(new RetellError(404, "The requested resource was not found."), c));
  app.onError(answerError);
  return app;
}
