import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

// Without the Preact preset: Vite compiles JSX itself, and the preset's Babel collides with other packages' peers.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [tailwindcss()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { react: "preact/compat", "react-dom": "preact/compat" } },
  worker: { format: "es" }, // so that what reads XLSX is loaded when one is opened
  build: {
    outDir: "../dist/dashboard",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    // An inlined font or picture would need "data:" in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What only the settings need, apart from our own code: it changes rarely and stays in the browser's cache.
        codeSplitting: {
          groups: [
            { name: "temporal", test: /node_modules\/temporal-/ },
            { name: "telephone", test: /node_modules\/libphonenumber-js/ },
          ],
        },
      },
    },
  },
});
