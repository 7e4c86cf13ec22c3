import type { DeployConfig } from "./check-config.ts";

/** Runs wrangler for the environment with these words and gives what it printed. Throws with its output if it fails. */
export type RunWrangler = (words: string[]) => Promise<string>;

/** What is missing at Cloudflare before a deployment; empty if nothing. Changes nothing. */
export async function accountTroubles(config: DeployConfig, run: RunWrangler): Promise<string[]> {
  const secrets = await attempt(run, ["secret", "list", "--format", "json"]);
  const pending = await attempt(run, ["d1", "migrations", "list", "DB", "--remote"]);
  const exists: [string, string[]][] = [
    ...config.r2_buckets.map(({ bucket_name: name = "" }): [string, string[]] => [
      name,
      ["r2", "bucket", "info", name],
    ]),
    ...queuesOf(config).map((name): [string, string[]] => [name, ["queues", "info", name]]),
  ];
  const missing: string[] = [];
  for (const [name, words] of exists) if ((await attempt(run, words)) === null) missing.push(`${name} does not exist.`);
  return [...secretTroubles(config, secrets), ...migrationTroubles(pending), ...missing];
}

function secretTroubles(config: DeployConfig, listed: string | null): string[] {
  if (listed === null) return ["The secrets cannot be listed. Is wrangler signed in?"];
  const names = [...listed.matchAll(/"name":\s*"(\w+)"/g)].map(([, name]) => name ?? "");
  const mail = config.vars.MAIL_PROVIDER === "resend" ? ["RESEND_API_KEY"] : [];
  const needed = ["RETELL_API_KEY", "BETTER_AUTH_SECRET", "KEK_CURRENT", ...mail];
  const absent = needed.filter((name) => !names.includes(name));
  const key = names.some((name) => /^KEK_(?!CURRENT$)/.test(name)) ? [] : ["KEK_<kid>"];
  return [...absent, ...key].map((name) => `The secret ${name} is not set.`);
}

function migrationTroubles(listed: string | null): string[] {
  if (listed === null) return ["The database does not answer, so its migrations are unknown."];
  return listed.includes("No migrations to apply")
    ? []
    : ["The database lacks migrations: wrangler d1 migrations apply DB --remote, then deploy."];
}

function queuesOf({ queues }: DeployConfig): string[] {
  return [...new Set([...(queues.producers ?? []), ...(queues.consumers ?? [])].map(({ queue }) => queue))];
}

function attempt(run: RunWrangler, words: string[]): Promise<string | null> {
  return run(words).catch(() => null);
}
