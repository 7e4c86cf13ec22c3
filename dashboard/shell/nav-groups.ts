/** The groups of the navigation, in order: what happens every day, what it amounts to, and how it is set up. */
export const NAV_GROUPS = { work: "Work", insight: "Insight", setup: "Set-up" } as const;
export type NavGroup = keyof typeof NAV_GROUPS;
