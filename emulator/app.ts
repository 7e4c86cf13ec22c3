import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { answerError, RetellError } from "./errors.ts";
import { mailRoutes } from "./mail/mailbox.ts";
import type { faultList } from "./retell/faults.ts";
import { referee } from "./retell/openapi/referee.ts";
import { restFaults } from "./retell/rest-faults.ts";
import { restGate } from "./retell/rest-gate.ts";
import { accountRoutes } from "./retell/routes-account.ts";
import { agentRoutes } from "./retell/routes-agents.ts";
import { callRoutes } from "./retell/routes-calls.ts";
import { emulatorRoutes } from "./retell/routes-emulator.ts";
import { llmRoutes } from "./retell/routes-llms.ts";
import { numberRoutes } from "./retell/routes-numbers.ts";
import { playgroundRoutes } from "./retell/routes-playground.ts";
import { recordingRoutes } from "./retell/routes-recordings.ts";
import type { Services } from "./services.ts";
import { telnyxControls, telnyxRoutes } from "./telnyx/telnyx.ts";
import { twilioControls, twilioRoutes } from "./twilio/twilio.ts";

/** All routes of the stand-in. Its own controls, the mailbox and recordings are open; Retell's REST API requires the key. */
export function createApp(services: Services, faults: ReturnType<typeof faultList>): Hono<{ Bindings: HttpBindings }> {
  const { store, apiKey } = services;
  const rest = new Hono<{ Bindings: HttpBindings }>()
    .use(restFaults(faults))
    .use(referee(services.judged))
    .use(restGate(apiKey))
    .route("/", agentRoutes(store))
    .route("/", llmRoutes(store))
    .route("/", numberRoutes(store))
    .route("/", callRoutes(services))
    .route("/", playgroundRoutes(services))
    .route("/", accountRoutes(store));
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route("/", emulatorRoutes(services, faults))
    .route("/", mailRoutes(store))
    .route("/", recordingRoutes(services))
    .route("/", twilioControls(store))
    .route("/", twilioRoutes(store, faults))
    .route("/", telnyxControls(store))
    .route("/", telnyxRoutes(store, faults))
    .route("/", rest);
  app.notFound((c) => answerError(new RetellError(404, "The requested resource was not found."), c));
  app.onError(answerError);
  return app;
}
