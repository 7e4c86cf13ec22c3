import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSecrets } from "./check-secrets.ts";
import { keepSecrets, localSecrets, readSecrets } from "./dev-vars.ts";

const folder = () => mkdtempSync(join(tmpdir(), "nightdesk-"));

/** A `.dev.vars` with these lines. */
function secretsFile(text: string): string {
  const file = join(folder(), ".dev.vars");
  writeFileSync(file, text);
  return file;
}

/** What is wrong with these lines if everything else is generated. */
function complaint(text: string): string {
  try {
    checkSecrets(readSecrets(secretsFile(text)));
    return "nothing";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

it("missing or empty secrets are generated, and nothing else changes", () => {
  const file = secretsFile("# mine\nRETELL_API_KEY=\nRESEND_API_KEY=re_mine");
  const secrets = localSecrets(file);
  expect(readFileSync(file, "utf8")).toMatch(/^# mine\nRETELL_API_KEY=\nRESEND_API_KEY=re_mine\nRETELL_API_KEY=key_/);
  expect(secrets).toMatchObject({ RESEND_API_KEY: "re_mine", RETELL_API_KEY: expect.stringMatching(/^key_/) });
  expect(localSecrets(file)).toEqual(secrets);
});

it("nothing is written before it is saved, and then only the owner can read it", () => {
  const file = join(folder(), ".dev.vars");
  const found = readSecrets(file);
  expect(existsSync(file)).toBe(false);
  expect(keepSecrets(found)).toEqual(localSecrets(file));
  expect(statSync(file).mode & 0o077).toBe(0);
});

it("two copies that start at the same time both use the first one's secrets", () => {
  const file = join(folder(), ".dev.vars");
  const [first, second] = [readSecrets(file), readSecrets(file)];
  expect(keepSecrets(second)).not.toEqual(first.values);
  expect(keepSecrets(first)).toEqual(second.values);
});

it("a link stays a link, and no draft is left behind", () => {
  const file = secretsFile("");
  const link = join(folder(), ".dev.vars");
  symlinkSync(file, link);
  expect(localSecrets(link)).toEqual(localSecrets(file));
  expect(readdirSync(join(file, ".."))).toEqual([".dev.vars"]);
});

it("a folder instead of the file, or a missing folder, is reported", () => {
  const file = join(folder(), ".dev.vars");
  mkdirSync(file);
  expect(() => readSecrets(file)).toThrow(`${file} cannot be read. It is a folder: move it away`);
  expect(() => localSecrets(join(folder(), "gone", ".dev.vars"))).toThrow("The secrets could not be written to");
});

it.each([
  ["", "nothing"],
  ["# a remark\n\nexport RETELL_AGENT_ID=\nKEK_OTHER=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY", "nothing"],
  ["RETELL_API_KEY=a\nhello there", "Line 2 is not NAME=value."],
  ['RETELL_API_KEY="a', "Line 1 opens a quotation mark and does not close it."],
  ["RETELL_API_KEY_PREVIOUS=", "RETELL_API_KEY_PREVIOUS is empty."],
  ["BETTER_AUTH_SECRET=short", "BETTER_AUTH_SECRET has fewer than 32 characters."],
  ["KEK_CURRENT=K2", "KEK_K2 is not set."],
  ["KEK_LOCAL1=abc", "KEK_LOCAL1 is not 32 bytes in base64url."],
  ["LEGACY_USER_ID=me", "LEGACY_USER_ID: "],
])("%j: %s", (text, said) => {
  expect(complaint(text)).toContain(said);
});

it("all problems are reported together, with what to do about them", () => {
  expect(complaint("hello\nBETTER_AUTH_SECRET=short")).toMatch(
    /Line 1 is.*\n {2}BETTER_AUTH_SECRET has.*\nMend it there, or delete the line/,
  );
});
