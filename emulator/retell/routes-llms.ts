import { Hono } from "hono";
import { missingAsset, RetellError } from "../errors.ts";
import { newId } from "../ids.ts";
import { pageOf } from "../page.ts";
import { check, readBody } from "../request-body.ts";
import { LlmCreate, type LlmSettings } from "./llm-schema.ts";
import type { Llm, Store, Version } from "./store.ts";
import { firstVersion, resolveVersion, updateDraft } from "./versions.ts";

/** Retell LLMs: the prompt, tools and model of an agent, with the agent's version numbers. */
export function llmRoutes(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .post("/create-retell-llm", async (c) => {
      const settings = await readBody(c, LlmCreate);
      const llm: Llm = { llm_id: newId("llm"), versions: [firstVersion(settings, Date.now())] };
      state.llms.push(llm);
      store.save();
      return c.json(shown(llm, resolveVersion(llm, "latest")), 201);
    })
    .get("/get-retell-llm/:llm_id", (c) => {
      const llm = findLlm(store, c.req.param("llm_id"));
      return c.json(shown(llm, resolveVersion(llm, c.req.query("version"))));
    })
    .patch("/update-retell-llm/:llm_id", async (c) => {
      const llm = findLlm(store, c.req.param("llm_id"));
      const version = resolveVersion(llm, c.req.query("version"));
      const change = await readBody(c, LlmCreate);
      updateDraft(version, check({ ...version.settings, ...change }, LlmCreate), Date.now());
      store.save();
      return c.json(shown(llm, version));
    })
    .get("/v2/list-retell-llms", (c) => {
      const page = pageOf(c, state.llms, (llm) => llm.llm_id);
      return c.json({ ...page, items: page.items.map((llm) => shown(llm, resolveVersion(llm, "latest"))) });
    })
    .delete("/delete-retell-llm/:llm_id", (c) => {
      const llm = findLlm(store, c.req.param("llm_id"));
      if (c.req.query("force_delete") !== "true" && isUsed(store, llm.llm_id)) {
        throw new RetellError(400, "This Retell LLM is still used by an agent.");
      }
      state.llms.splice(state.llms.indexOf(llm), 1);
      store.save();
      return c.body(null, 204);
    });
}

export function findLlm(store: Store, llmId: string): Llm {
  const llm = store.state.llms.find((l) => l.llm_id === llmId);
  if (llm === undefined) throw missingAsset();
  return llm;
}

function isUsed(store: Store, llmId: string): boolean {
  return store.state.agents
    .flatMap((agent) => agent.versions)
    .some(({ settings: { response_engine: e } }) => e.type === "retell-llm" && e.llm_id === llmId);
}

function shown(llm: Llm, version: Version<LlmSettings>) {
  return {
    ...version.settings,
    llm_id: llm.llm_id,
    version: version.version,
    is_published: version.is_published,
    last_modification_timestamp: version.last_modification_timestamp,
  };
}
