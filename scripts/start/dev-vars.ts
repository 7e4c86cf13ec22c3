import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";

const FIRST_KEY = "local1";

/** Made up once for each machine; nothing here is known to anybody else. */
const MADE_UP: Record<string, () => string> = {
  RETELL_API_KEY: () => `key_${randomBytes(16).toString("hex")}`,
  RESEND_API_KEY: () => `re_${randomBytes(12).toString("hex")}`,
  BETTER_AUTH_SECRET: () => randomBytes(32).toString("base64url"),
  KEK_CURRENT: () => FIRST_KEY,
  KEK_LOCAL1: () => randomBytes(32).toString("base64url"),
  SEED_OPERATOR_PASSWORD: () => randomBytes(12).toString("base64url"),
};

/** The local secrets, with what was missing added to the file. What stands there is never changed. */
export function localSecrets(file: string): Record<string, string> {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = parseEnv(text);
  // After a rotation (npm run secrets:rotate) the key that was made up first is no longer wanted.
  const rotated = known.KEK_CURRENT !== undefined && known.KEK_CURRENT !== FIRST_KEY;
  const missing = Object.keys(MADE_UP).filter((name) => !known[name] && !(rotated && name === "KEK_LOCAL1"));
  if (missing.length > 0) {
    const lines = missing.map((name) => `${name}=${MADE_UP[name]?.()}`);
    const separator = text === "" || text.endsWith("\n") ? "" : "\n";
    writeFileSync(file, `${text}${separator}${lines.join("\n")}\n`, { mode: 0o600 });
  }
  const all = parseEnv(readFileSync(file, "utf8"));
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value ?? ""]));
}
