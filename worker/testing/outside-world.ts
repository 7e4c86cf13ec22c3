import { mailProvider } from "./mail-provider.ts";
import { recordingStore } from "./recording-store.ts";
import { retellCalls } from "./retell-calls.ts";

type Outgoing = Parameters<ReturnType<typeof mailProvider>>[0];

/** Everything beyond the Worker in its own tests: whatever it fetches ends at one of these hosts. */
export function outsideWorld(): (request: Outgoing) => Promise<Response> {
  const hosts: Record<string, (request: Outgoing) => Promise<Response>> = {
    "mail.test": mailProvider(),
    "recordings.test": recordingStore(),
    "retell.test": retellCalls(),
  };
  return async (request) => {
    const host = hosts[new URL(request.url).hostname];
    return host ? host(request) : new Response("no such host in a test", { status: 502 });
  };
}
