import { Hono } from "hono";
import { z } from "zod";
import { missingAsset, RetellError } from "../errors.ts";
import { newId } from "../ids.ts";
import { pageOf } from "../page.ts";
import { check, readBody } from "../request-body.ts";
import { AgentCreate, type AgentSettings, AgentUpdate } from "./agent-schema.ts";
import { findLlm } from "./routes-llms.ts";
import type { Agent, Store, Version } from "./store.ts";
import { draftFrom, firstVersion, publish, resolveVersion, updateDraft } from "./versions.ts";

const CreateVersion = z.object({ base_version: z.number().int().min(0) });
const Publish = z.object({
  version: z.number().int().min(0),
  version_title: z.string().optional(),
  version_description: z.string().optional(),
});
const ListAgents = z.object({
  filter_criteria: z
    .object({
      channel: z.object({ type: z.literal("string"), op: z.string(), value: z.enum(["voice", "chat"]) }).optional(),
      query: z.string().optional(),
    })
    .optional(),
});

/** Voice agents. Drafts can be edited, published versions cannot. The agent's LLM has the same versions. */
export function agentRoutes(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .post("/create-agent", async (c) => {
      const settings = withEngineVersion(store, await readBody(c, AgentCreate));
      const agent: Agent = { agent_id: newId("agent"), versions: [firstVersion(settings, Date.now())], tags: {} };
      state.agents.push(agent);
      store.save();
      return c.json(shown(agent, resolveVersion(agent, "latest")), 201);
    })
    .get("/get-agent/:agent_id", (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      return c.json(shown(agent, resolveVersion(agent, c.req.query("version"))));
    })
    .patch("/update-agent/:agent_id", async (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      const version = resolveVersion(agent, c.req.query("version"));
      const change = await readBody(c, AgentUpdate);
      const settings = check({ ...version.settings, ...change }, AgentCreate);
      updateDraft(version, withEngineVersion(store, settings), Date.now());
      store.save();
      return c.json(shown(agent, version));
    })
    .post("/create-agent-version/:agent_id", async (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      const { base_version } = await readBody(c, CreateVersion);
      const version = addDraft(store, agent, resolveVersion(agent, base_version));
      store.save();
      return c.json(shown(agent, version), 201);
    })
    .post("/publish-agent-version/:agent_id", async (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      const { version: number, ...labels } = await readBody(c, Publish);
      const version = resolveVersion(agent, number);
      if (version.is_published) throw new RetellError(400, `Version ${number} is already published.`);
      Object.assign(version.settings, labels);
      publishWithLlm(store, version);
      store.save();
      return c.body(null, 200);
    })
    .get("/list-agent-versions/:agent_id", (c) => {
      const agent = findAgent(store, c.req.param("agent_id"));
      const page = pageOf(c, agent.versions, (v) => String(v.version));
      return c.json({ ...page, items: page.items.map(versionLine) });
    })
    .post("/v2/list-agents", async (c) => {
      const { filter_criteria: filter } = await readBody(c, ListAgents);
      const asked = filter?.query?.toLowerCase() ?? "";
      const voice =
        filter?.channel === undefined || (filter.channel.op !== "ne") === (filter.channel.value === "voice");
      const agents = voice ? state.agents.map(agentLine) : [];
      const matching = agents.filter((a) => a.agent_name.toLowerCase().includes(asked) || a.agent_id.includes(asked));
      return c.json(pageOf(c, matching, (a) => a.agent_id));
    })
    .delete("/delete-agent/:agent_id", (c) => {
      state.agents.splice(state.agents.indexOf(findAgent(store, c.req.param("agent_id"))), 1);
      store.save();
      return c.body(null, 204);
    });
}

export function findAgent(store: Store, agentId: string): Agent {
  const agent = store.state.agents.find((a) => a.agent_id === agentId);
  if (agent === undefined) throw missingAsset();
  return agent;
}

// An agent names its LLM's version; without one it is the newest.
function withEngineVersion(store: Store, settings: AgentSettings): AgentSettings {
  const engine = settings.response_engine;
  if (engine.type !== "retell-llm") return settings;
  const llmVersion = resolveVersion(findLlm(store, engine.llm_id), engine.version ?? "latest");
  return { ...settings, response_engine: { ...engine, version: llmVersion.version } };
}

function addDraft(store: Store, agent: Agent, base: Version<AgentSettings>): Version<AgentSettings> {
  const engine = base.settings.response_engine;
  const llm = engine.type === "retell-llm" ? findLlm(store, engine.llm_id) : null;
  const number = Math.max(...[...agent.versions, ...(llm?.versions ?? [])].map((v) => v.version)) + 1;
  const now = Date.now();
  const draft = draftFrom(base, number, now);
  if (llm !== null && engine.type === "retell-llm") {
    llm.versions.push(draftFrom(resolveVersion(llm, engine.version ?? "latest"), number, now));
    draft.settings.response_engine = { ...engine, version: number };
  }
  agent.versions.push(draft);
  return draft;
}

function publishWithLlm(store: Store, version: Version<AgentSettings>): void {
  const now = Date.now();
  const engine = version.settings.response_engine;
  if (engine.type === "retell-llm")
    publish(resolveVersion(findLlm(store, engine.llm_id), engine.version ?? "latest"), now);
  publish(version, now);
}

function shown(agent: Agent, version: Version<AgentSettings>) {
  const tags = Object.keys(agent.tags).filter((name) => agent.tags[name]?.version === version.version);
  return {
    ...version.settings,
    agent_id: agent.agent_id,
    version: version.version,
    is_published: version.is_published,
    last_modification_timestamp: version.last_modification_timestamp,
    ...(version.base_version === null ? {} : { base_version: version.base_version }),
    ...(tags.length > 0 ? { assigned_tags: tags } : {}),
  };
}

function versionLine({ settings, ...version }: Version<AgentSettings>) {
  return {
    version: version.version,
    is_published: version.is_published,
    last_modification_timestamp: version.last_modification_timestamp,
    ...(version.base_version === null ? {} : { base_version: version.base_version }),
    ...(settings.version_title ? { version_title: settings.version_title } : {}),
    ...(settings.version_description ? { version_description: settings.version_description } : {}),
  };
}

function agentLine(agent: Agent) {
  const newest = resolveVersion(agent, "latest");
  return {
    agent_id: agent.agent_id,
    agent_name: newest.settings.agent_name ?? "",
    channel: "voice" as const,
    tags: agent.tags,
    user_modified_timestamp: Math.max(...agent.versions.map((v) => v.last_modification_timestamp)),
  };
}
