/** The name by which we find our agent again. We never touch agents with another name. */
export const AGENT_NAME = "Nightdesk shared agent";

const OF_COMPANY = "Nightdesk agent of ";

/** The name by which a company's own agent is found again. */
export function dedicatedAgentName(companyId: string): string {
  return OF_COMPANY + companyId;
}

export function isDedicatedAgentName(name: string): boolean {
  return name.startsWith(OF_COMPANY);
}
