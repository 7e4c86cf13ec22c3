import { globSync, readFileSync } from "node:fs";
import { cloudflareTest, type D1Migration, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { clockAhead } from "./test/clock/shift-date.ts";
import { outsideWorld } from "./worker/testing/outside-world.ts";

// A test that names the runtime, or anything of worker/testing/ that stands for it, runs in workerd; the others run in Node.
const workerTests = globSync("worker/**/*.test.ts");
const inWorkerd = workerTests.filter((file) =>
  /from "(cloudflare:|(\.\.?\/)+testing\/)/.test(readFileSync(file, "utf8")),
);
const pure = workerTests.filter((file) => !inWorkerd.includes(file));

/** How long a test may take. No machine is so slow; a test that passes does not wait for it, so none needs a limit of its own. */
const PATIENCE_MS = 300_000;

/**
 * Packages of the Worker that are bundled once. Vitest hands a test all its files as one message, and workerd takes no
 * message over 32 MB; with these packages file by file it was more. Besides, papaparse ships no ES module.
 */
const BUNDLED_ONCE = [
  "@better-auth/drizzle-adapter",
  "@hono/zod-validator",
  "better-auth/api",
  "better-auth/crypto",
  "better-auth/minimal",
  "better-auth/plugins/two-factor",
  "drizzle-orm",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "fast-check",
  "fflate",
  "hono",
  "hono/body-limit",
  "hono/combine",
  "hono/factory",
  "hono/html",
  "hono/http-exception",
  "hono/request-id",
  "hono/route",
  "hono/router",
  "hono/secure-headers",
  "jose",
  "libphonenumber-js/min",
  "papaparse",
  "retell-sdk",
  "retell-sdk/lib/webhook_auth",
  "temporal-polyfill/implementation",
  "zod",
];

export default defineConfig({
  test: {
    silent: "passed-only", // the log lines of tests that pass are nobody's reading
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            main: "./worker/index.ts",
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                MIGRATIONS: (await readD1Migrations("migrations")).map(onTheClock),
                MIGRATIONS_BACK: await readD1Migrations("migrations/down"),
                RETELL_API_KEY: "key_test_0123456789abcdef",
                RETELL_API_KEY_PREVIOUS: "key_test_previous",
                BETTER_AUTH_SECRET: "test_secret_0123456789abcdef0123456789abcdef",
                RESEND_API_KEY: "re_test",
                MAIL_API_URL: "http://mail.test",
                RETELL_API_URL: "http://retell.test",
                RETELL_RECORDING_HOSTS: "recordings.test",
                KEK_CURRENT: "2026a",
                TEST_CLOCK_AHEAD_MS: `${clockAhead()}`,
                KEK_2026a: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY",
              },
              // The outside world of a test: whatever the Worker fetches ends here.
              outboundService: outsideWorld(),
            },
          })),
        ],
        test: {
          name: "worker",
          maxWorkers: 2,
          include: inWorkerd,
          setupFiles: ["worker/testing/set-clock.ts", "worker/testing/no-objections.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          deps: {
            optimizer: {
              ssr: { enabled: true, include: BUNDLED_ONCE, rolldownOptions: { external: [/^(node|cloudflare):/] } },
            },
          },
        },
      },
      {
        test: {
          name: "e2e",
          sequence: { groupOrder: 1 }, // a browser and a product need the machine for themselves
          include: ["e2e/**/*.test.ts"],
          globalSetup: "e2e/global-setup.ts",
          testTimeout: 2 * PATIENCE_MS,
          hookTimeout: 2 * PATIENCE_MS, // Debian's Chromium may have to be installed first
          expect: { poll: { timeout: PATIENCE_MS / 2 } },
          maxWorkers: 2, // all share one product; each file has companies of its own
        },
      },
      {
        test: {
          name: "node",
          maxWorkers: 2,
          setupFiles: "test/no-objections.ts",
          testTimeout: PATIENCE_MS,
          include: [...pure, "{dashboard,drizzle,emulator,scripts,test}/**/*.test.ts"],
        },
      },
    ],
  },
});

/** SQLite tells the real time whatever the clock of the tests says (`npm run test:dates`), so its defaults are set ahead too. */
function onTheClock(migration: D1Migration): D1Migration {
  const now = `unixepoch('subsec') + ${clockAhead() / 1000}`;
  return {
    ...migration,
    queries: migration.queries.map((query) => query.replaceAll("unixepoch('subsec')", `(${now})`)),
  };
}
