/** What the watchdog may find wrong with a number's route. */
export const INCIDENT_KINDS = ["no_calls", "agent_in_office_hours", "voicemail", "changed_at_carrier"] as const;

export type IncidentKind = (typeof INCIDENT_KINDS)[number];
