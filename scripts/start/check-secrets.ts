import { unstable_readConfig } from "wrangler";
import { ZodError } from "zod";
import { type Bindings, readSettings, type Settings } from "../../worker/env.ts";
import type { SecretsFile } from "./dev-vars.ts";
import { Trouble } from "./trouble.ts";

const LINE = /^\s*(#.*|(export\s+)?[A-Za-z_][\w.-]*\s*=.*)?$/;
const KEY_BYTES = 32; // A256GCM, as in the vault
const SHORTEST_SECRET = 32; // characters; better-auth signs sessions with it

/** Throws a Trouble that names every line and value of `.dev.vars` that would stop the Worker from working. */
export function checkSecrets({ file, text, values }: SecretsFile): void {
  const wrong = [...brokenLines(text), ...refused(values)];
  if ((values.BETTER_AUTH_SECRET ?? "").length < SHORTEST_SECRET) {
    wrong.push(`BETTER_AUTH_SECRET has fewer than ${SHORTEST_SECRET} characters.`);
  }
  if (wrong.length === 0) return;
  const what = wrong.map((one) => `  ${one}`).join("\n");
  throw new Trouble(
    `Something in ${file} is wrong:\n${what}\nMend it there, or delete the line: what Nightdesk needs is then made up. \`.dev.vars.example\` explains each value.`,
  );
}

function brokenLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      !LINE.test(line)
        ? `Line ${index + 1} is not NAME=value.`
        : quoteIsOpen(line)
          ? `Line ${index + 1} opens a quotation mark and does not close it.`
          : [],
    );
}

function quoteIsOpen(line: string): boolean {
  const quote = /^[^#=]*=\s*(["'`])/.exec(line)?.[1];
  return quote !== undefined && line.split(quote).length < 3;
}

/** What the Worker says about its settings: those of wrangler.toml, overridden by the file. */
function refused(values: Record<string, string>): string[] {
  const { vars } = unstable_readConfig({ config: "wrangler.toml" }, { hideWarnings: true });
  try {
    const settings = readSettings({ ...vars, ...values } as unknown as Bindings); // it reads text alone, nothing bound
    return brokenKeys(settings);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return values[name] === "" ? `${name} is empty.` : `${name}: ${message}.`;
    });
  }
}

/** The vault finds these too, but only when an operator saves a password. */
function brokenKeys({ KEK_CURRENT = "", keyEncryptionKeys }: Settings): string[] {
  const missing = keyEncryptionKeys[KEK_CURRENT.toLowerCase()] ? [] : [`KEK_${KEK_CURRENT} is not set.`];
  const broken = Object.entries(keyEncryptionKeys).filter(
    ([, key]) => Buffer.from(key, "base64url").length !== KEY_BYTES,
  );
  return [...missing, ...broken.map(([kid]) => `KEK_${kid.toUpperCase()} is not ${KEY_BYTES} bytes in base64url.`)];
}
