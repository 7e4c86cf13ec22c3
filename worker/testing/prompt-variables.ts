/**
 * The names of all dynamic variables (`{{name}}`) in a text, or in every text inside an object or list; sorted, each once.
 * Of a nested variable (`{{current_time_{{timezone}}}}`) only the inner name counts: Retell resolves inside out.
 */
export function variablesIn(value: unknown): string[] {
  return [...new Set(names(value))].sort();
}

/** `text` with every variable that has a value replaced, the way Retell does it: an unknown one stays as it stands. */
export function renderVariables(text: string, values: Record<string, string>): string {
  return text.replace(VARIABLE, (literal, name: string) => values[name] ?? literal);
}

const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

function names(value: unknown): string[] {
  if (typeof value === "string") return [...value.matchAll(VARIABLE)].flatMap((match) => match[1] ?? []);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(names);
  return [];
}
