import type { Schema } from "./schema.ts";

/** Routes that Retell got after its OpenAPI document of August 2026, each with where it is described. Bodies are not judged. */
export const NEWER_ROUTES: Record<string, string> = {
  "POST /v2/list-agents": "replaced GET /list-agents on 2026-07-31; retell-sdk 5.66.1, agent.list()",
  "GET /list-agent-versions/{agent_id}":
    "replaced /get-agent-versions on 2026-09-15; retell-sdk 5.66.1, agent.listVersions()",
  "GET /get-api-key-info": "retell-sdk 5.66.1, identity.retrieve()",
};

/** Fields that a named schema, or the body or an answer of a route, got since. */
export const NEWER_FIELDS: Record<string, { why: string; fields: Schema }> = {
  AgentRequest: {
    why: "versions have a title; retell-sdk 5.66.1, AgentUpdateParams",
    fields: { version_title: { type: "string", nullable: true } },
  },
  PublishAgentVersionRequest: {
    why: "versions have a title; retell-sdk 5.66.1, AgentPublishParams",
    fields: { version_title: { type: "string" } },
  },
  CustomTool: {
    why: "max_retry since mid-2026; retell-sdk 5.66.1, CustomTool",
    fields: { max_retry: { type: "integer", minimum: 0, maximum: 5 } },
  },
  "POST /v3/list-calls body": {
    why: "retell-sdk 5.66.1, CallListParams",
    fields: { include_total: { type: "boolean" } },
  },
  "POST /v3/list-calls 200": {
    why: "retell-sdk 5.66.1, CallListResponse",
    fields: { total: { type: "integer" } },
  },
  "GET /get-concurrency 200": {
    why: "retell-sdk 5.66.1, ConcurrencyRetrieveResponse",
    fields: { reserved_inbound_concurrency: { type: "integer" } },
  },
};

/** Query parameters that allow more than the document says. */
export const NEWER_QUERIES: Record<string, { why: string; parameters: Record<string, Schema> }> = {
  "GET /get-agent/{agent_id}": {
    why: "a version may be a name, such as latest_published; retell-sdk 5.66.1, AgentRetrieveParams",
    parameters: { version: { type: "string" } },
  },
  "POST /agent-playground-completion/{agent_id}": {
    why: "the same; retell-sdk 5.66.1, PlaygroundCompletionParams",
    parameters: { version: { type: "string" } },
  },
};

/** Refusals that the document does not list. */
export const UNLISTED_REFUSALS: Record<string, string> = {
  "POST /import-phone-number 422":
    "an agent that does not exist; undescribed there, and Retell's answer to unknown ids elsewhere",
  "POST /create-phone-number 422": "the same",
  "GET /list-agents 404": "removed on 2026-07-31, when POST /v2/list-agents came",
};
