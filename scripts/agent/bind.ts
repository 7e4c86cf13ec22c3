import type Retell from "retell-sdk";
import { APIError } from "retell-sdk";
import { findSharedAgent } from "./shared-agent.ts";

type Binding = { client: Retell; publicUrl: string; phoneNumber: string; force?: boolean };

/**
 * Makes the shared agent answer a number that Retell already has, always with its latest published version, never a draft,
 * and with our inbound webhook. A number that another agent answers is refused unless `force` is set.
 */
export async function bindNumber({ client, publicUrl, phoneNumber, force = false }: Binding): Promise<void> {
  if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber))
    throw new Error(`${phoneNumber} is not an E.164 number such as +15205550100.`);
  const shared = await findSharedAgent(client);
  if (!shared?.published) throw new Error("The shared agent has no published version: run apply first.");
  const { agentId } = shared;
  const number = await findNumber(client, phoneNumber);
  const others = (number.inbound_agents ?? []).filter((agent) => agent.agent_id !== agentId);
  if (others.length > 0 && !force)
    throw new Error(
      `${phoneNumber} is answered by ${others.map((agent) => agent.agent_id).join(", ")}. Add --force to take it over.`,
    );
  await client.phoneNumber.update(phoneNumber, {
    inbound_agents: [{ agent_id: agentId, weight: 1, agent_version: "latest_published" }],
    inbound_webhook_url: `${new URL(publicUrl).origin}/retell/inbound-webhook`,
  });
}

// Retell answers 422 for a number that it does not have; some users have seen 404.
async function findNumber(client: Retell, phoneNumber: string) {
  try {
    return await client.phoneNumber.retrieve(phoneNumber);
  } catch (error) {
    if (!(error instanceof APIError) || (error.status !== 404 && error.status !== 422)) throw error;
    throw new Error(`Retell does not have ${phoneNumber}. Import or buy the number first.`);
  }
}
