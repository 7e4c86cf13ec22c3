import { parseArgs } from "node:util";
import { APIError } from "retell-sdk";
import { compareNumbers, type OurNumber } from "../worker/numbers/compare-numbers.ts";
import { bindingOf } from "../worker/numbers/wanted.ts";
import { everyNumberAtRetell } from "../worker/retell/phone-numbers.ts";
import { sharedAgentId } from "../worker/retell/shared-agents.ts";
import { connect } from "./agent/connection.ts";
import { describeFindings, describeUsage, type UsageRow } from "./numbers/describe.ts";
import { readRows } from "./numbers/read-rows.ts";

const USAGE = `npm run numbers -- <command> [--env staging|production]
  audit   compares our numbers with Retell's, both ways, and changes nothing; exits 1 when something differs
  usage   Retell requests by company and day, newest first
The database is the local one without --env. RETELL_API_URL, RETELL_API_KEY, RETELL_AGENT_ID and PUBLIC_URL choose the
other side; without them the emulator and this machine.`;

const COMMANDS: Record<string, (env: string | undefined) => Promise<string>> = { audit, usage };

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { env: { type: "string" } } });
  const run = COMMANDS[positionals[0] ?? ""];
  if (!run || positionals.length !== 1) throw new Error(USAGE);
  console.log(await run(values.env));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function audit(env: string | undefined): Promise<string> {
  const { client, publicUrl } = connect(process.env);
  const agentId = await sharedAgentId(client, process.env.RETELL_AGENT_ID);
  if (!agentId)
    throw new Error(
      "No agent has our agent's name, or several do. Create it with npm run agent -- apply, or set RETELL_AGENT_ID.",
    );
  const ours = await readRows<OurNumber>(
    `SELECT id, user_id AS userId, phone_number AS phoneNumber, status, sip_trunk_provider AS sipTrunkProvider,
      import_sent_at AS importSentAt, revision, purchased_at AS purchasedAt FROM tenant_phone_numbers`,
    env,
  );
  const theirs = await everyNumberAtRetell(client);
  const findings = compareNumbers(ours, theirs, bindingOf(agentId, new URL(publicUrl).origin));
  if (findings.length > 0) process.exitCode = 1;
  return `${ours.length} numbers here, ${theirs.length} at Retell.\n${describeFindings(findings)}`;
}

async function usage(env: string | undefined): Promise<string> {
  const rows = await readRows<UsageRow>(
    `SELECT usage.day, coalesce(tenant_config.company_name, usage.user_id) AS company, usage.what, usage.count
      FROM usage LEFT JOIN tenant_config ON tenant_config.user_id = usage.user_id
      ORDER BY usage.day DESC, company, usage.what LIMIT 1000`,
    env,
  );
  return describeUsage(rows);
}

function explain(error: unknown): unknown {
  if (error instanceof APIError && error.status === undefined)
    return "Retell does not answer. Check that the emulator is running (npm start) or that RETELL_API_URL is right.";
  return error instanceof Error ? error.message : error;
}
