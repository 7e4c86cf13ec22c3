import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "../request-body.ts";
import type { Services } from "../services.ts";
import { CallRequest } from "./call-request.ts";
import { FaultRules, type faultList } from "./faults.ts";
import { placeCall } from "./place-call.ts";
import { findAgent } from "./routes-agents.ts";
import { resolveVersion } from "./versions.ts";

const TagRequest = z.strictObject({
  version: z.number().int().min(0).optional(), // left out: the tag points nowhere
  dynamic_variables: z.record(z.string(), z.string()).optional(),
});

/** The stand-in's own controls, which Retell does not have: calls, faults, and the tags its dashboard sets. */
export function emulatorRoutes(services: Services, faults: ReturnType<typeof faultList>): Hono {
  const { store } = services;
  return new Hono()
    .post("/emulator/calls", async (c) => {
      const request = await readBody(c, CallRequest);
      return c.json(await placeCall(services, request, new URL(c.req.url).origin));
    })
    .put("/emulator/faults", async (c) => {
      const rules = await readBody(c, FaultRules);
      faults.set(rules);
      return c.json({ rules });
    })
    .delete("/emulator/faults", (c) => {
      faults.set([]);
      return c.body(null, 204);
    })
    .put("/emulator/agents/:agent_id/tags/:tag{[a-z0-9_-]+}", async (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      const { version, dynamic_variables } = await readBody(c, TagRequest);
      if (version !== undefined) resolveVersion(agent, version);
      agent.tags[c.req.param("tag")] = {
        ...(version === undefined ? {} : { version }),
        ...(dynamic_variables === undefined ? {} : { dynamic_variables }),
      };
      store.save();
      return c.json({ tags: agent.tags });
    });
}
