import { defineConfig } from "vite";
import { clockAhead, shiftScript } from "../test/clock/shift-date.ts";

// Splits the Worker: what a ringing phone needs is the entry, everything behind a dynamic import is a chunk of its own.
export default defineConfig({
  // Without it papaparse brings its Node streams, and with them a require() that no isolate can make.
  define: { PAPA_BROWSER_CONTEXT: "true" },
  // The carriers' packages are CommonJS and require node:crypto. workerd can, but does not know where a chunk lies.
  plugins: [
    {
      name: "require-without-an-address",
      renderChunk: (code) => code.replaceAll("createRequire(import.meta.url)", 'createRequire("file:///worker.js")'),
    },
  ],
  ssr: {
    target: "node", // "webworker" would inline the dynamic imports again
    noExternal: true,
    external: ["cloudflare:workers"],
    resolve: { conditions: ["workerd", "worker", "module", "import"] },
  },
  build: {
    ssr: "worker/index.ts",
    outDir: "dist/worker",
    emptyOutDir: true,
    minify: true,
    rolldownOptions: {
      external: [/^node:/, /^cloudflare:/],
      preserveEntrySignatures: "strict", // workerd takes every export of the entry for a handler, and refuses a text
      output: { banner: ({ isEntry }) => (isEntry ? shiftScript(clockAhead()) : "") },
    },
  },
});
