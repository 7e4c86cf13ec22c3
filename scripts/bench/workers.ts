import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { BARE_WORKER } from "./bare-worker.ts";

const BUILT = "dist/worker";
export const KEY = "key_bench";
const COMPATIBILITY = { compatibilityDate: "2026-10-23", compatibilityFlags: ["nodejs_compat"] };
const DATABASE = { d1Databases: { DB: "bench" } };

/** The built Worker and the bare one in one workerd, on the same database, each reached over loopback HTTP. */
export async function startWorkers(stateDir: string) {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: stateDir, // removed with it
      handleStructuredLogs: () => {}, // the log lines are written as in production, but not needed here
      workers: [
        {
          name: "nightdesk",
          ...COMPATIBILITY,
          ...DATABASE,
          modules: builtModules(),
          kvNamespaces: ["KV"],
          r2Buckets: ["ARCHIVE"],
          queueProducers: { JOBS: "bench-jobs" },
          queueConsumers: { "bench-jobs": { maxBatchSize: 10, maxBatchTimeout: 0 } },
          ratelimits: { API_LIMIT: { namespace_id: "1", simple: { limit: 1_000_000, period: 60 } } },
          bindings: {
            ENVIRONMENT: "local",
            PUBLIC_URL: "http://bench.example",
            RETELL_API_URL: "http://bench.example",
            MAIL_API_URL: "http://bench.example",
            MAIL_FROM: "Nightdesk <desk@nightdesk.example>",
            LEGACY_USER_ID: "3cf84beb-9238-4a53-98b3-f4e4e527663c",
            RETELL_API_KEY: KEY,
          },
          unsafeDirectSockets: [{}],
        },
        { name: "bare", ...COMPATIBILITY, ...DATABASE, modules: true, script: BARE_WORKER, unsafeDirectSockets: [{}] },
      ],
    }),
  );
  await miniflare.ready;
  return {
    database: await miniflare.getD1Database("DB", "nightdesk"),
    nightdesk: (await miniflare.unsafeGetDirectURL("nightdesk")).toString(),
    bare: (await miniflare.unsafeGetDirectURL("bare")).toString(),
    stop: () => miniflare.dispose(),
  };
}

function builtModules() {
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const entryFirst = files.sort((a, b) => Number(b === "index.js") - Number(a === "index.js"));
  return entryFirst.map((path) => ({
    type: "ESModule" as const,
    path,
    contents: readFileSync(join(BUILT, path), "utf8"),
  }));
}
