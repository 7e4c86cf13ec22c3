import { diff } from "node:util";
import type { Change } from "./plan.ts";

/** The changes as text: one line each, and line by line if a longer text changed. */
export function describeChanges(changes: Change[]): string {
  return changes.map(describe).join("\n");
}

function describe({ path, before, after }: Change): string {
  if (typeof before === "string" && typeof after === "string" && /\n/.test(before + after))
    return [`~ ${path}`, ...changedLines(before, after)].join("\n");
  if (before === undefined || before === null) return `+ ${path}: ${show(after)}`;
  if (after === undefined || after === null) return `- ${path}: ${show(before)}`;
  return `~ ${path}: ${show(before)} -> ${show(after)}`;
}

function changedLines(before: string, after: string): string[] {
  const entries = diff(before.split("\n"), after.split("\n"));
  return entries.filter(([kind]) => kind !== 0).map(([kind, line]) => `    ${kind === 1 ? "-" : "+"} ${line}`);
}

const LONGEST_VALUE = 300; // characters; a whole tool is long, and its name is enough

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
