import { purchaseMark } from "./purchase-mark.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";

/** What ties a number at Retell to us: our agent, and the webhook that Retell calls when it rings. */
export type Binding = { agentId: string; webhookUrl: string };

/** Only published versions answer calls. `npm run agent -- apply --bind` uses the same value. */
const AGENT_VERSION = "latest_published";

export function bindingOf(agentId: string, publicUrl: string): Binding {
  return { agentId, webhookUrl: `${publicUrl}/retell/inbound-webhook` };
}

/** What both an import and an update send: the agent, the nickname and the trunk for outgoing calls. */
export function wantedAtRetell(number: StoredNumber, companyName: string | null, { agentId, webhookUrl }: Binding) {
  return {
    inbound_agents: [{ agent_id: agentId, agent_version: AGENT_VERSION, weight: 1 }],
    inbound_webhook_url: webhookUrl,
    nickname: nickname(companyName ?? "Nightdesk", number.label),
    termination_uri: number.sipTrunkUri ?? "",
    transport: number.sipTransport ?? "TCP",
  };
}

/** The same for a number that we bought: it has no trunk, and its nickname ends with the mark that finds it again. */
export function wantedOfBought(id: string, companyName: string | null, { agentId, webhookUrl }: Binding) {
  return {
    inbound_agents: [{ agent_id: agentId, agent_version: AGENT_VERSION, weight: 1 }],
    inbound_webhook_url: webhookUrl,
    nickname: `${companyName ?? "Nightdesk"} ${purchaseMark(id)}`,
  };
}

function nickname(companyName: string, label: string | null): string {
  return label ? `${companyName} (${label})` : companyName;
}
