/**
 * The longest that a company may keep transcripts and recordings,
 * because Retell keeps them no longer (Retell contract 5.2).
 */
export const LONGEST_RETENTION_DAYS = 730;
