import { existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import type { KeyStore } from "./rotate.ts";

const RELOAD_MS = 3_000; // a reload takes one second; if the Worker is slower, it is only asked again

/** The keys in a `.dev.vars`. `configFile` is touched so that a running `wrangler dev` reloads both. */
export function localKeys(file: string, configFile: string): KeyStore {
  const read = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
  /** Writes a new file and renames it, so that a crash leaves either the old file or the new one. */
  const write = (text: string) => {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const set = (name: string, value: string) => write(`${without(read(), name)}${name}=${value}\n`);
  return {
    names: async () => namesOfKeys(Object.keys(parseEnv(read()))),
    put: async (kid, key) => set(`KEK_${kid}`, key),
    makeCurrent: async (kid) => set("KEK_CURRENT", kid),
    remove: async (kid) => write(without(read(), `KEK_${kid}`)),
    settle: async () => {
      const now = new Date();
      utimesSync(configFile, now, now);
      await new Promise((resolve) => setTimeout(resolve, RELOAD_MS));
    },
  };
}

/** The kids among the names of variables. */
export function namesOfKeys(variables: string[]): string[] {
  return variables.flatMap((name) => /^KEK_(?!CURRENT$)(.+)$/.exec(name)?.[1] ?? []);
}

/** A file of variables with one removed. Everything else stays as it is. */
function without(text: string, name: string): string {
  const kept = text.split("\n").filter((line) => !line.trimStart().startsWith(`${name}=`));
  const joined = kept.join("\n");
  return joined === "" || joined.endsWith("\n") ? joined : `${joined}\n`;
}
