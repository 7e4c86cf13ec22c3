/** The name by which our agent is found again; agents under any other name are never touched. */
export const AGENT_NAME = "Nightdesk shared agent";
