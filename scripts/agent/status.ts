import type Retell from "retell-sdk";
import { everyPage } from "../../worker/retell/every-page.ts";
import { findSharedAgent, type SharedAgent, type Version } from "./shared-agent.ts";

/** The shared agent's versions and the numbers it answers, as text. */
export async function describeStatus({ client }: { client: Retell }): Promise<string> {
  const shared = await findSharedAgent(client);
  if (!shared) return "The shared agent does not exist yet: run apply.";
  const versions = shared.versions.map((version) => `  ${describeVersion(version, shared)}`);
  const numbers = await boundNumbers(client, shared.agentId);
  return [`Agent ${shared.agentId}`, "Versions", ...versions, "Numbers", ...numbers.map((line) => `  ${line}`)].join(
    "\n",
  );
}

function describeVersion(version: Version, { published }: SharedAgent): string {
  const state = version === published ? "answers calls" : version.is_published ? "published before" : "draft";
  const base =
    version.base_version === undefined || version.base_version === null ? "" : `, from ${version.base_version}`;
  const title = version.is_published && version.version_title ? `: ${version.version_title}` : ""; // a draft has its base's title
  return `${version.version} ${state}${base}${title}`;
}

async function boundNumbers(client: Retell, agentId: string): Promise<string[]> {
  const numbers = await everyPage((next) => client.phoneNumber.list({ limit: 1000, ...next }));
  const lines = numbers.flatMap((number) =>
    (number.inbound_agents ?? [])
      .filter((agent) => agent.agent_id === agentId)
      .map((agent) => `${number.phone_number} ${agent.agent_version ?? "no version: a draft may answer"}`),
  );
  return lines.length > 0 ? lines : ["none"];
}
