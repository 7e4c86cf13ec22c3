import { parseArgs } from "node:util";
import { APIConnectionError, APIError } from "retell-sdk";
import { dedicatedAgentName } from "../worker/agent/agent-name.ts";
import { type ApplyResult, applyAgent, planAgent } from "./agent/apply.ts";
import { bindNumber } from "./agent/bind.ts";
import { assignAgent, type Company, readCompany, requireCompany } from "./agent/company.ts";
import { type Connection, connect } from "./agent/connection.ts";
import { describeChanges } from "./agent/describe.ts";
import { publishDraft } from "./agent/publish.ts";
import { rollbackAgent } from "./agent/rollback.ts";
import { describeStatus } from "./agent/status.ts";

const USAGE = `npm run agent -- <command>
  plan                              what apply would change at Retell; changes nothing
  apply [--draft]                   make the shared agent as the repository says and publish it (--draft: do not publish)
        [--bind +1… [--force]]      and let it answer this number (--force: even if another agent does now)
  publish                           publish the draft that apply --draft left
  rollback [--to N]                 put an older published version back in charge
  status                            versions, and the numbers the agent answers
  shared --company ID               let the shared agent answer this company again; its own one stays at Retell
plan, apply and rollback take --company ID for a company's own agent (docs/dedicated-agents.md), whose calls it answers
from the next ring on. apply and shared change the local database, or that of --env staging|production.
RETELL_API_URL, RETELL_API_KEY and PUBLIC_URL choose where; without them the emulator and this machine.`;

const COMMANDS: Record<string, (connection: Connection, options: Options) => Promise<string>> = {
  plan: async (connection, { company }) =>
    describePlan(await planAgent({ ...connection, ...(company !== undefined && { company: readCompany(company) }) })),
  apply,
  publish: async (connection) => `Version ${(await publishDraft(connection)).version} is published.`,
  rollback: async ({ client }, { to, company }) => {
    const { version, target, changes } = await rollbackAgent({
      client,
      ...(company !== undefined && { name: dedicatedAgentName(readCompany(company).id) }),
      ...(to !== undefined && { to: versionNumber(to) }),
    });
    return `${describeChanges(changes)}\nVersion ${version} is published; it is version ${target} again.`;
  },
  status: describeStatus,
  shared: async (_, { company, env }) => {
    if (company === undefined) throw new Error("Name the company: --company ID");
    const { id } = readCompany(company);
    await assignAgent({ id }, null, env);
    return `The shared agent answers ${id} from the next ring on.`;
  },
};

type Options = ReturnType<typeof readCommandLine>["values"];

try {
  const { values, positionals } = readCommandLine();
  const run = COMMANDS[positionals[0] ?? ""];
  if (!run || positionals.length !== 1) throw new Error(USAGE);
  console.log(await run(connect(process.env), values));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): unknown {
  if (error instanceof APIConnectionError)
    return "Retell does not answer. Check that the emulator is running (npm start) or that RETELL_API_URL is right, then run the same command again.";
  if (error instanceof APIError && error.status !== undefined)
    return `Retell answered: ${error.message}\nCallers still get the version that "status" names. Run the same command again to finish.`;
  return error instanceof Error ? error.message : error;
}

async function apply(connection: Connection, options: Options): Promise<string> {
  const { client, publicUrl } = connection;
  const { draft, bind, force, company } = options;
  if (company !== undefined) return applyOfCompany(connection, options, readCompany(company));
  const result = describeResult(await applyAgent({ client, publicUrl, publish: !draft }));
  if (bind === undefined) return result;
  console.log(result);
  await bindNumber({ client, publicUrl, phoneNumber: bind, force: force === true });
  return `${bind} is answered by the latest published version.`;
}

async function applyOfCompany(connection: Connection, { draft, env }: Options, company: Company): Promise<string> {
  await requireCompany(company, env);
  const result = await applyAgent({ ...connection, company, publish: !draft });
  if (draft) return describeResult(result);
  await assignAgent(company, result.agentId, env);
  return `${describeResult(result)}\nIt answers the calls of ${company.id}.`;
}

function describePlan(plan: Awaited<ReturnType<typeof planAgent>>): string {
  if (plan.kind === "create")
    return `${describeChanges(plan.changes)}\nThe agent does not exist yet. Apply would create and publish it.`;
  if (plan.kind === "unchanged") return `Nothing to change: version ${plan.version} is as it should be.`;
  if (plan.changes.length === 0) return `Version ${plan.base} is as it should be, but was never published.`;
  return `${describeChanges(plan.changes)}\nApply would publish this as a new version after ${plan.base}.`;
}

function describeResult({ kind, agentId, version, changes }: ApplyResult): string {
  if (kind === "unchanged") return `Nothing to change: version ${version} of ${agentId} is as it should be.`;
  const state = kind === "published" ? "is published" : "is a draft; publish it with: npm run agent -- publish";
  return `${describeChanges(changes)}\nVersion ${version} of ${agentId} ${state}.`.trimStart();
}

function versionNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--to needs a version number, not "${text}".`);
  return Number(text);
}

function readCommandLine() {
  return parseArgs({
    allowPositionals: true,
    options: {
      draft: { type: "boolean" },
      bind: { type: "string" },
      force: { type: "boolean" },
      to: { type: "string" },
      company: { type: "string" },
      env: { type: "string" },
    },
  });
}
