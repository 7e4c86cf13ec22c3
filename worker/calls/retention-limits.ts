/** The most days that a company may keep what was said or recorded: the most that Retell keeps it (Retell contract 5.2). */
export const LONGEST_RETENTION_DAYS = 730;
