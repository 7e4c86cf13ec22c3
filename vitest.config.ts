import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// Pure folders and everything outside the Worker run in Node; what touches D1, KV or a request runs in workerd.
const pure = [
  "worker/{agent,hours,imports,lib,numbers,reservations,routing,tenants}/**/*.test.ts",
  "worker/tools/*-args.test.ts",
  "worker/tools/say-*.test.ts",
];

export default defineConfig({
  test: {
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
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["worker/**/*.test.ts"],
          exclude: pure,
          // papaparse ships a UMD file, which workerd cannot load as a module.
          deps: { optimizer: { ssr: { enabled: true, include: ["papaparse"] } } },
        },
      },
      { test: { name: "node", include: [...pure, "{emulator,scripts,test}/**/*.test.ts"] } },
    ],
  },
});
