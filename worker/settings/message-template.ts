/** What an operator may insert into a message, and what it becomes when the agent speaks. */
export const PLACEHOLDERS = ["company_name", "business_hours"] as const;

export type MessageVariables = Record<(typeof PLACEHOLDERS)[number], string>;

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const ALLOWED = PLACEHOLDERS.map((name) => `{{${name}}}`).join(" and ");

/** Why this message cannot be used, in words for its author; null if it can. */
export function problemIn(text: string): string | null {
  for (const [whole, name = ""] of text.matchAll(PLACEHOLDER)) {
    if (!isPlaceholder(name.trim())) return `${whole} cannot be filled in. You can use ${ALLOWED}.`;
  }
  if (/\{{3}|\}{3}/.test(text) || /\{\{|\}\}/.test(text.replace(PLACEHOLDER, "")))
    return `These braces do not match up. Write ${ALLOWED}, or remove it.`;
  return null;
}

/**
 * The words a caller hears. Double braces are removed from the text and from values, because the voice service would fill
 * them in again with variables that operators must not use.
 */
export function renderMessage(text: string, variables: MessageVariables): string {
  const filled = text.replace(PLACEHOLDER, (_, name: string) => {
    const key = name.trim();
    return isPlaceholder(key) ? variables[key] : "";
  });
  return withoutBraces(filled);
}

function isPlaceholder(name: string): name is keyof MessageVariables {
  return PLACEHOLDERS.some((known) => known === name);
}

/** Removes whole runs of two or more: removing pairs from "{{{" or "{}}{" could leave a new pair. */
export function withoutBraces(text: string): string {
  const less = text.replace(/\{{2,}|\}{2,}/g, "");
  return less === text ? text : withoutBraces(less);
}
