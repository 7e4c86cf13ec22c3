import { type CallSession, lookupOf, rendered } from "./call-session.ts";
import { type Delivery, deliver, type Outgoing } from "./deliver.ts";
import { renderDeep } from "./render.ts";
import { readPath } from "./response-path.ts";
import type { CustomTool } from "./tool-schema.ts";
import { recordInvocation, recordResult } from "./transcript.ts";

export type ToolAnswer = { ok: boolean; fields: Record<string, unknown>; text: string };

const DEFAULT_TIMEOUT_MS = 120_000;
const LONGEST_RESPONSE = 15_000; // characters that reach the model; the rest is cut

/**
 * Calls a custom tool as Retell does: `{name, args, call}` or bare args, signed, with the tool's own time limit and
 * retries. `filled` are the arguments a model would fill in; properties with `const` are added and rendered.
 */
export async function callTool(
  session: CallSession,
  tool: CustomTool,
  filled: Record<string, string>,
): Promise<ToolAnswer> {
  const args = toolArgs(session, tool, filled);
  const id = recordInvocation(session, tool.name, args);
  const delivery = withoutAsking(session, tool, args) ?? (await ask(session, tool, args));
  session.clock.advance(delivery.ms + delivery.waited_ms);
  const text = (delivery.ok ? delivery.body : `Error: ${delivery.error}`).slice(0, LONGEST_RESPONSE);
  recordResult(session, id, text, delivery.ok);
  const response = delivery.ok ? parsed(text) : text;
  const fields = isObject(response) ? response : {};
  if (delivery.ok) collect(session, tool, fields);
  const { ms, status, attempts } = delivery;
  session.toolReports.push({ name: tool.name, args, response, ms, status, attempts });
  return { ok: delivery.ok, fields, text };
}

function ask(session: CallSession, tool: CustomTool, args: Record<string, unknown>): Promise<Delivery> {
  const request = toolRequest(session, tool, args);
  return deliver(request, {
    apiKey: session.apiKey,
    timeoutMs: tool.timeout_ms ?? DEFAULT_TIMEOUT_MS,
    retries: tool.max_retry ?? 0,
    where: "tool",
    names: [tool.name, URL.parse(request.url)?.pathname ?? ""],
    faults: session.faults,
  });
}

function withoutAsking(session: CallSession, tool: CustomTool, args: Record<string, unknown>): Delivery | null {
  const known = session.knownAnswer?.(tool.name, args);
  if (known === undefined) return null;
  const { content, ok } = known;
  return { ok, status: null, body: content, error: ok ? null : content, attempts: 0, ms: 0, waited_ms: 0 };
}

/** Whether the tool's schema lets a model fill in this argument. */
export function takes(tool: CustomTool, argument: string): boolean {
  const property = tool.parameters?.properties[argument];
  return property !== undefined && !("const" in property);
}

function toolArgs(session: CallSession, tool: CustomTool, filled: Record<string, string>): Record<string, unknown> {
  const properties = Object.entries(tool.parameters?.properties ?? {});
  const constants = properties.flatMap(([name, p]) =>
    "const" in p ? [[name, renderDeep(p.const, lookupOf(session))]] : [],
  );
  const allowed = Object.entries(filled).filter(([name]) => takes(tool, name));
  return { ...Object.fromEntries(allowed), ...Object.fromEntries(constants) };
}

function toolRequest(session: CallSession, tool: CustomTool, args: Record<string, unknown>): Outgoing {
  const method = tool.method ?? "POST";
  const address = rendered(session, tool.url);
  const url = URL.parse(address); // null when a variable in it was not set: the request then fails like any other
  for (const [name, value] of Object.entries(tool.query_params ?? {})) {
    url?.searchParams.set(name, rendered(session, value));
  }
  const headers = Object.entries(tool.headers ?? {}).map(([name, value]) => [name, rendered(session, value)]);
  const payload = tool.args_at_root === true ? args : { name: tool.name, args, call: session.call };
  const bodiless = method === "GET" || method === "DELETE";
  return {
    url: url?.href ?? address,
    method,
    headers: Object.fromEntries(headers),
    body: bodiless ? null : JSON.stringify(payload),
  };
}

function collect(session: CallSession, tool: CustomTool, response: Record<string, unknown>): void {
  for (const [name, path] of Object.entries(tool.response_variables ?? {})) {
    const value = readPath(response, path);
    if (value === undefined || value === null) continue;
    session.collected[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  if (Object.keys(session.collected).length > 0) session.call.collected_dynamic_variables = { ...session.collected };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
