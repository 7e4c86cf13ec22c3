import { env } from "cloudflare:test";
import { vi } from "vitest";

/** Values that must never leave the Worker. They are the real secrets while a test runs. */
export const CANARIES = {
  SIP_PASSWORD: "canary-Sip-pa55word",
  RETELL_API_KEY: "canary-retell-key",
  RETELL_API_KEY_PREVIOUS: "canary-retell-previous-key",
  BETTER_AUTH_SECRET: "canary-auth-secret-0123456789abcdef",
  RESEND_API_KEY: "canary-resend-key",
  KEK_CANARY1: "Y2FuYXJ5LW9mLXRoZS1rZXktZW5jcnlwdGlvbi0xISE",
  KEK_CANARY2: "Y2FuYXJ5LW9mLXRoZS1rZXktZW5jcnlwdGlvbi0yISE",
};

/** Bindings with the canaries as secrets. */
export function canaryBindings(more: Record<string, unknown> = {}): Record<string, unknown> {
  const { SIP_PASSWORD: _, ...secrets } = CANARIES;
  return { ...secrets, KEK_CURRENT: "canary1", ...more };
}

/** Collects the Worker's output: `say` adds to it, `found` says where a canary appeared, in any encoding. */
export function listener() {
  const heard: { from: string; text: string }[] = [];
  const forms = Object.entries(CANARIES).flatMap(([name, value]) =>
    [value, btoa(value).replace(/=+$/, ""), encodeURIComponent(value), hex(value), decoded(value)]
      .filter((form, index, all) => form !== "" && all.indexOf(form) === index)
      .map((form) => ({ name, form })),
  );
  return {
    say: (from: string, text: string) => void heard.push({ from, text }),
    heard: () => heard.length,
    found: () =>
      heard.flatMap(({ from, text }) =>
        forms.filter(({ form }) => text.includes(form)).map(({ name }) => `${name} in ${from}`),
      ),
  };
}

/** Passes everything that is logged to `say` until the returned function is called. */
export function listenToLog(say: (from: string, text: string) => void): () => void {
  const spies = (["log", "info", "warn", "error", "debug", "trace"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      for (const arg of args) say(`the log (${level})`, describe(arg));
    }),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

/** Everything that is stored: every row of D1, every value and its metadata in KV, every object in R2. */
export async function everythingStored(): Promise<{ from: string; text: string }[]> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const rows = tables.results.map(async ({ name }) => {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    return { from: `table ${name}`, text: JSON.stringify(results) };
  });
  const { keys } = await env.KV.list();
  const values = keys.map(async ({ name, metadata }) => ({
    from: `KV ${name}`,
    text: `${name} ${JSON.stringify(metadata)} ${await env.KV.get(name)}`,
  }));
  const { objects } = await env.ARCHIVE.list();
  const kept = objects.map(async ({ key }) => ({
    from: `R2 ${key}`,
    text: (await (await env.ARCHIVE.get(key))?.text()) ?? "",
  }));
  return Promise.all([...rows, ...values, ...kept]);
}

function describe(arg: unknown): string {
  if (arg instanceof Error) return `${arg.stack} ${arg.message} ${describe(arg.cause)}`;
  return typeof arg === "string" ? arg : (JSON.stringify(arg) ?? "");
}

function hex(value: string): string {
  return Array.from(new TextEncoder().encode(value), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of a key as text; "" if it is not base64. */
function decoded(value: string): string {
  try {
    return atob(value);
  } catch {
    return "";
  }
}
