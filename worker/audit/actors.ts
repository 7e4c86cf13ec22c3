/** Who may have made a change, as the history is filtered by it. */
export const ACTORS = {
  operator: "You",
  key: "API keys",
  nightdesk: "Nightdesk",
} as const;

export type Actor = keyof typeof ACTORS;
