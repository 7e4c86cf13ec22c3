import { takeNoted } from "../../emulator/retell/openapi/noted.ts";
import { mailProvider } from "./mail-provider.ts";
import { recordingStore } from "./recording-store.ts";
import { retellCalls } from "./retell-calls.ts";
import { retellWorkspaces } from "./retell-workspaces.ts";

type Outgoing = Parameters<ReturnType<typeof mailProvider>>[0] & Parameters<ReturnType<typeof retellWorkspaces>>[0];

/** The outside world in the Worker's tests: everything it fetches goes to one of these hosts. */
export function outsideWorld(): (request: Outgoing) => Promise<Response> {
  const hosts: Record<string, (request: Outgoing) => Promise<Response>> = {
    "mail.test": mailProvider(),
    "recordings.test": recordingStore(),
    "retell.test": retellCalls(),
    "referee.test": async () => Response.json(takeNoted()), // what Retell's OpenAPI document did not allow
  };
  const workspaces = retellWorkspaces();
  return async (request) => {
    const { hostname } = new URL(request.url);
    if (hostname.endsWith(".retell.test")) return workspaces(request);
    const host = hosts[hostname];
    return host ? host(request) : new Response("no such host in a test", { status: 502 });
  };
}
