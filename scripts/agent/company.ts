import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import { type AgentDifferences, agentDifferences } from "../../worker/agent/dedicated.ts";
import { readRows } from "../numbers/read-rows.ts";

/** A company that has, or is to get, an agent of its own. `id` is its account's id. */
export type Company = { id: string; differences: AgentDifferences };

const FOLDER = "scripts/agent/companies";
const AGENT_ID = /^[\w-]{1,100}$/;

/** Reads how a company's agent differs, from the file that is named after the company's id. */
export function readCompany(id: string, folder = FOLDER): Company {
  if (!z.uuid().safeParse(id).success) throw new Error(`--company needs a company's id, not "${id}".`);
  const file = `${folder}/${id}.json`;
  if (!existsSync(file))
    throw new Error(`${file} does not exist. Write there how this company's agent differs (docs/dedicated-agents.md).`);
  const parsed = agentDifferences.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`);
  return { id, differences: parsed.data };
}

/** Refuses a company that does not exist or has not saved its settings, before anything is made at Retell. */
export async function requireCompany({ id }: Company, env: string | undefined, query = readRows): Promise<void> {
  const rows = await query<object>(`SELECT user_id FROM tenant_config WHERE user_id = '${id}'`, env);
  if (rows.length === 0) throw new Error(`No company with the id ${id} has saved its settings.`);
}

/**
 * Lets this agent answer the company's calls from the next ring on; null for the shared one. The company's history says
 * so. Running it again changes nothing.
 */
export async function assignAgent(
  { id }: Pick<Company, "id">,
  agentId: string | null,
  env: string | undefined,
  query = readRows,
): Promise<void> {
  if (agentId !== null && !AGENT_ID.test(agentId)) throw new Error(`Retell gave the agent an odd id: ${agentId}`);
  const value = agentId === null ? "NULL" : `'${agentId}'`;
  const action = agentId === null ? "agent.shared" : "agent.given";
  await query(
    `INSERT INTO audit_events (id, user_id, actor, action, created_at)
      SELECT lower(hex(randomblob(16))), user_id, 'platform', '${action}', CAST(unixepoch('subsec') * 1000 AS INTEGER)
      FROM tenant_config WHERE user_id = '${id}' AND retell_agent_id IS NOT ${value};
    UPDATE tenant_config SET retell_agent_id = ${value}, retell_agent_checked_at = NULL, retell_agent_missing_at = NULL
      WHERE user_id = '${id}'`,
    env,
  );
}
