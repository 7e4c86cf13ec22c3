import { note } from "../../emulator/retell/openapi/noted.ts";

const missing = () => Response.json({ status: "error", message: "Cannot find requested asset." }, { status: 422 });

/**
 * Stands in for Retell's REST API for calls. It has every call until it is deleted, each with a fresh recording address,
 * except ids with `forgotten`. An id with `busy` gets 429 twice before it is deleted. `GET /deletions/<id>` says how often
 * its deletion was requested.
 */
export function retellCalls(): (request: { url: string; method: string }) => Promise<Response> {
  const asked = new Map<string, number>();
  const deleted = new Set<string>();
  const answer = ({ url, method }: { url: string; method: string }): Response => {
    const [, path = "", id = ""] = /^(.*)\/([^/]+)$/.exec(new URL(url).pathname) ?? [];
    if (path === "/deletions") return Response.json({ asked: asked.get(id) ?? 0, deleted: deleted.has(id) });
    if (path === "/v2/delete-call" && method === "DELETE") asked.set(id, (asked.get(id) ?? 0) + 1);
    if (id.includes("forgotten") || deleted.has(id)) return missing();
    if (path === "/v2/get-call") {
      return Response.json({ ...CALL, call_id: id, recording_url: `https://recordings.test/fresh/${id}.wav` });
    }
    if (path !== "/v2/delete-call" || method !== "DELETE") return new Response(null, { status: 404 });
    if (id.includes("busy") && (asked.get(id) ?? 0) <= 2) return Response.json({ status: "error" }, { status: 429 });
    deleted.add(id);
    return new Response(null, { status: 204 });
  };
  return async (request) => {
    const response = answer(request);
    const { pathname: path } = new URL(request.url);
    const { status } = response;
    if (path.startsWith("/deletions/") || status === 429) return response; // ours, and a fault
    note({ method: request.method, path, query: {}, body: "", status, answer: await response.clone().text() });
    return response;
  };
}

const CALL = {
  call_type: "phone_call",
  agent_id: "agent_of_tests",
  agent_version: 0,
  call_status: "ended",
  from_number: "+16025550143",
  to_number: "+15205550142",
  direction: "inbound",
};
