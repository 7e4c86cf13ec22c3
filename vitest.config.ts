import { globSync, readFileSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { outsideWorld } from "./worker/testing/outside-world.ts";

// A test that names the runtime, or anything of worker/testing/ that stands for it, runs in workerd; the others run in Node.
const workerTests = globSync("worker/**/*.test.ts");
const inWorkerd = workerTests.filter((file) =>
  /from "(cloudflare:|(\.\.?\/)+testing\/)/.test(readFileSync(file, "utf8")),
);
const pure = workerTests.filter((file) => !inWorkerd.includes(file));

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
                MIGRATIONS: await readD1Migrations("migrations"),
                MIGRATIONS_BACK: await readD1Migrations("migrations/down"),
                RETELL_API_KEY: "key_test_0123456789abcdef",
                RETELL_API_KEY_PREVIOUS: "key_test_previous",
                BETTER_AUTH_SECRET: "test_secret_0123456789abcdef0123456789abcdef",
                RESEND_API_KEY: "re_test",
                MAIL_API_URL: "http://mail.test",
                RETELL_API_URL: "http://retell.test",
                KEK_CURRENT: "2026a",
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
          testTimeout: 30_000, // the first request of a file compiles what it loads
          hookTimeout: 30_000,
          // papaparse ships a UMD file, which workerd cannot load as a module.
          deps: { optimizer: { ssr: { enabled: true, include: ["papaparse"] } } },
        },
      },
      {
        test: {
          name: "e2e",
          sequence: { groupOrder: 1 }, // a browser and a product need the machine for themselves
          include: ["e2e/**/*.test.ts"],
          globalSetup: "e2e/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2, // all share one product; each file has companies of its own
        },
      },
      {
        test: {
          name: "node",
          maxWorkers: 2,
          testTimeout: 20_000,
          include: [...pure, "{dashboard,drizzle,emulator,scripts,test}/**/*.test.ts"],
        },
      },
    ],
  },
});
