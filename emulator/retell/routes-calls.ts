import { Hono } from "hono";
import { z } from "zod";
import { missingAsset, RetellError } from "../errors.ts";
import { cutPage } from "../page.ts";
import { readBody } from "../request-body.ts";
import type { Services } from "../services.ts";
import { callFilter } from "./call-filter.ts";
import type { Call } from "./call-object.ts";
import { recordingUrl } from "./recording-url.ts";
import type { Store } from "./store.ts";

const ListCalls = z.object({
  filter_criteria: z.record(z.string(), z.unknown()).default({}),
  limit: z.number().int().min(1).max(1000).default(50),
  sort_order: z.enum(["ascending", "descending"]).default("descending"),
  skip: z.number().int().min(0).optional(),
  pagination_key: z.string().optional(),
  include_total: z.boolean().optional(),
});

/** Calls that were placed through the stand-in. Each read returns a fresh recording address. */
export function callRoutes({ store, apiKey }: Pick<Services, "store" | "apiKey">): Hono {
  const { state } = store;
  return new Hono()
    .get("/v2/get-call/:call_id", (c) => {
      const call = state.calls.find((one) => one.call_id === c.req.param("call_id"));
      if (call === undefined) throw missingAsset();
      return c.json(freshAddress(store, call, { apiKey, origin: new URL(c.req.url).origin }));
    })
    .delete("/v2/delete-call/:call_id", (c) => {
      const index = state.calls.findIndex((one) => one.call_id === c.req.param("call_id"));
      if (index < 0) throw missingAsset();
      state.calls.splice(index, 1);
      store.save();
      return c.body(null, 204);
    })
    .post("/v3/list-calls", async (c) => {
      const { filter_criteria, skip, include_total, ...query } = await readBody(c, ListCalls);
      if (skip !== undefined && query.pagination_key !== undefined) {
        throw new RetellError(400, "skip and pagination_key cannot be used together.");
      }
      const matching = state.calls.filter(callFilter(filter_criteria));
      const byStart = matching.toSorted((a, b) => a.start_timestamp - b.start_timestamp);
      const skipped =
        query.sort_order === "ascending" ? byStart.slice(skip ?? 0) : byStart.slice(0, byStart.length - (skip ?? 0));
      const host = { apiKey, origin: new URL(c.req.url).origin };
      const page = cutPage(skipped, (call) => call.call_id, query);
      return c.json({
        ...page,
        items: page.items.map((call) => withoutTranscript(freshAddress(store, call, host))),
        ...(include_total ? { total: matching.length } : {}),
      });
    });
}

function freshAddress(store: Store, call: Call, host: { apiKey: string; origin: string }): Call {
  if (call.recording_url === undefined) return call;
  const agent = store.state.agents.find(({ agent_id }) => agent_id === call.agent_id);
  const settings = agent?.versions.find(({ version }) => version === call.agent_version)?.settings;
  return { ...call, recording_url: recordingUrl(call, settings ?? {}, host) };
}

function withoutTranscript(call: Call) {
  const { transcript: _t, transcript_object: _o, transcript_with_tool_calls: _w, ...line } = call;
  return line;
}
