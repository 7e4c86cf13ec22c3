/** The name by which we find our agent again. We never touch agents with another name. */
export const AGENT_NAME = "Nightdesk shared agent";
