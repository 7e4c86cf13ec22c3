export type Part = "Worker" | "emulator";
export type Listener = "nightdesk" | "another program" | "nobody";

const PROBE_MS = 5_000; // both parts only read a row; a program that takes longer is a different one

/** A path that each part answers with JSON, and how to recognise the answer. */
const SIGNS: Record<Part, { path: string; isOurs: (answer: unknown) => boolean }> = {
  Worker: { path: "/healthz", isOurs: (answer) => hasAll(answer, ["version", "d1", "kv"]) },
  emulator: { path: "/mailbox.json", isOurs: Array.isArray },
};

/** Who answers at an origin: a copy of this part, another program, or nobody. */
export async function whoListens(origin: string, part: Part): Promise<Listener> {
  const { path, isOurs } = SIGNS[part];
  try {
    const response = await fetch(`${origin}${path}`, { signal: AbortSignal.timeout(PROBE_MS) });
    const answer: unknown = await response.json().catch(() => null);
    return isOurs(answer) ? "nightdesk" : "another program";
  } catch (error) {
    return isRefused(error) ? "nobody" : "another program"; // it does not answer, or does not speak HTTP
  }
}

function isRefused(error: unknown): boolean {
  return hasAll(error, ["cause"]) && hasAll(error.cause, ["code"]) && error.cause.code === "ECONNREFUSED";
}

function hasAll<Name extends string>(value: unknown, names: Name[]): value is Record<Name, unknown> {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}
