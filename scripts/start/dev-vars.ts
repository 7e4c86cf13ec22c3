import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { inWords, Trouble } from "./trouble.ts";

const FIRST_KEY = "local1";

/** Generated once per machine and known to nobody else. */
const MADE_UP: Record<string, () => string> = {
  RETELL_API_KEY: () => `key_${randomBytes(16).toString("hex")}`,
  RESEND_API_KEY: () => `re_${randomBytes(12).toString("hex")}`,
  BETTER_AUTH_SECRET: () => randomBytes(32).toString("base64url"),
  KEK_CURRENT: () => FIRST_KEY,
  KEK_LOCAL1: () => randomBytes(32).toString("base64url"),
  SEED_OPERATOR_PASSWORD: () => randomBytes(12).toString("base64url"),
};

/** A file of secrets as it will be written; `isNew` and `isChanged` say what has to be written. */
export type SecretsFile = {
  file: string;
  text: string;
  isNew: boolean;
  isChanged: boolean;
  values: Record<string, string>;
};

/** The local secrets. Missing ones are generated and added to the file; existing ones are never changed. */
export function localSecrets(file: string): Record<string, string> {
  return keepSecrets(readSecrets(file));
}

/** The local secrets with missing ones generated; writes nothing. Throws a Trouble if the file cannot be read. */
export function readSecrets(file: string): SecretsFile {
  const isNew = !existsSync(file);
  const stands = isNew ? "" : readText(file);
  const added = missingLines(parseEnv(stands));
  const separator = stands === "" || stands.endsWith("\n") ? "" : "\n";
  const text = added.length === 0 ? stands : `${stands}${separator}${added.join("\n")}\n`;
  const values = Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? ""]));
  return { file, text, isNew, isChanged: added.length > 0, values };
}

/**
 * Writes the generated secrets and returns all values. Throws a Trouble if that fails; the file is then unchanged. If
 * another copy has created the file in the meantime, its secrets are used.
 */
export function keepSecrets({ file, text, isNew, isChanged, values }: SecretsFile): Record<string, string> {
  if (!isChanged) return values;
  const place = isNew ? file : realpathSync(file); // a link stays a link
  const draft = `${place}.${process.pid}.new`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    if (isNew) linkSync(draft, place);
    else renameSync(draft, place);
    return values;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return localSecrets(file);
    throw new Trouble(`The secrets could not be written to ${file}. ${inWords(error)}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function missingLines(known: NodeJS.Dict<string>): string[] {
  // After a rotation (npm run secrets:rotate) the first generated key is no longer needed.
  const rotated = known.KEK_CURRENT && known.KEK_CURRENT !== FIRST_KEY;
  const missing = Object.keys(MADE_UP).filter((name) => !known[name] && !(rotated && name === "KEK_LOCAL1"));
  return missing.map((name) => `${name}=${MADE_UP[name]?.()}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const what = said.includes("EISDIR") ? "It is a folder" : "It may belong to somebody else";
    throw new Trouble(`${file} cannot be read. ${what}: move it away, and \`npm start\` makes a new one.\n${said}`);
  }
}
