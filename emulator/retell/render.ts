export type Variables = Record<string, string>;
export type Lookup = (name: string) => string | undefined;

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;
// Placeholders for final braces: those inside values, and those of variables that are not set.
const OPEN = "\uE000";
const CLOSE = "\uE001";

/**
 * Fills in `{{name}}` from the inside out, so that `{{current_time_{{timezone}}}}` works. As at Retell, a variable that is
 * not set stays as written and would be read aloud. Braces inside a value are never rendered again.
 */
export function render(template: string, lookup: Lookup): string {
  const next = template.replace(VARIABLE, (_, name: string) => seal(lookup(name) ?? `{{${name}}}`));
  return next === template ? template.replaceAll(OPEN, "{").replaceAll(CLOSE, "}") : render(next, lookup);
}

/** The names that would stay unfilled in this text, without duplicates. */
export function unsetVariables(template: string, lookup: Lookup): string[] {
  const names = [...template.matchAll(VARIABLE)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => lookup(name) === undefined);
}

/** Renders every string inside a JSON value. */
export function renderDeep(value: unknown, lookup: Lookup): unknown {
  if (typeof value === "string") return render(value, lookup);
  if (Array.isArray(value)) return value.map((item) => renderDeep(item, lookup));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renderDeep(item, lookup)]));
}

function seal(value: string): string {
  return value.replaceAll("{", OPEN).replaceAll("}", CLOSE);
}
