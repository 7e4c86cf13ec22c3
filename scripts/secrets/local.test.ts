import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { localSecrets } from "../start/dev-vars.ts";
import { localKeys } from "./local.ts";

it("keys are added to and removed from .dev.vars, everything else stays, and nobody else can read the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nightdesk-"));
  const file = join(folder, ".dev.vars");
  writeFileSync(file, `# ours\nRETELL_API_KEY="key_1"\nKEK_CURRENT=local1\nKEK_LOCAL1=abc`);
  const keys = localKeys(file, file);
  await keys.put("K2", "def");
  await keys.makeCurrent("K2");
  expect((await keys.names()).sort()).toEqual(["K2", "LOCAL1"]);
  expect(readFileSync(file, "utf8")).toBe(
    `# ours\nRETELL_API_KEY="key_1"\nKEK_LOCAL1=abc\nKEK_K2=def\nKEK_CURRENT=K2\n`,
  );
  await keys.remove("LOCAL1");
  expect(await keys.names()).toEqual(["K2"]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it("the next start does not generate a key again that a rotation has removed", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "nightdesk-")), ".dev.vars");
  expect(localSecrets(file)).toMatchObject({ KEK_CURRENT: "local1", KEK_LOCAL1: expect.stringMatching(/^[\w-]{43}$/) });
  const keys = localKeys(file, file);
  await keys.put("K2", "def");
  await keys.makeCurrent("K2");
  await keys.remove("LOCAL1");
  expect(localSecrets(file)).toMatchObject({ KEK_CURRENT: "K2", KEK_K2: "def" });
  expect(await keys.names()).toEqual(["K2"]);
});
