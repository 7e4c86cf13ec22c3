import { createApp } from "../../emulator/app.ts";
import { faultList } from "../../emulator/retell/faults.ts";
import { openStore } from "../../emulator/retell/store.ts";
import { KEY_OF_TESTS } from "./test-key.ts";

type Outgoing = {
  url: string;
  method: string;
  headers: Iterable<[string, string]>;
  text(): Promise<string>;
};

/** The status that stands for a cut connection; the tests' `cutLines` turns it into a failed fetch. */
export const CUT_LINE = 599;

/**
 * Retell's workspaces in the Worker's tests: the emulator itself, with one empty workspace per host. Runs in Node and gets
 * what the Worker fetches.
 */
export function retellWorkspaces(): (request: Outgoing) => Promise<Response> {
  const workspaces = new Map<string, ReturnType<typeof createApp>>();
  return async (request) => {
    const { hostname } = new URL(request.url);
    const workspace = workspaces.get(hostname) ?? newWorkspace();
    workspaces.set(hostname, workspace);
    let cut = false;
    const incoming = { socket: { destroy: () => (cut = true) } };
    const body = request.method === "GET" || request.method === "DELETE" ? null : await request.text();
    const headers = [...request.headers];
    const response = await workspace.fetch(new Request(request.url, { method: request.method, headers, body }), {
      incoming,
    });
    return cut ? new Response(null, { status: CUT_LINE }) : response;
  };
}

function newWorkspace() {
  const faults = faultList([]);
  const services = { store: openStore(undefined), apiKey: KEY_OF_TESTS, faults, judged: true, webhookTimeoutMs: 1000 };
  return createApp(services, faults);
}
