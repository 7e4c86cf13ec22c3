import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkRoom, claimFolder } from "./folder.ts";

const MODULE = join(import.meta.dirname, "folder.ts");
const folder = () => mkdtempSync(join(tmpdir(), "nightdesk-"));

/** What another copy prints that wants the same folder. */
function other(stateDir: string) {
  const script = `import(${JSON.stringify(MODULE)}).then(({ claimFolder }) => claimFolder(${JSON.stringify(stateDir)})).then(() => console.log("claimed"), (e) => console.log(e.message))`;
  return spawnSync(process.execPath, ["-e", script], { encoding: "utf8" }).stdout;
}

it("a folder belongs to one copy until that copy ends", () => {
  const stateDir = join(folder(), "made", "here");
  expect(other(stateDir)).toBe("claimed\n"); // and ended
  claimFolder(stateDir);
  expect(other(stateDir)).toMatch(
    /^Another copy of Nightdesk is running with the data in .*`STATE_DIR=.wrangler\/second npm start`\.\n$/,
  );
});

it("a file instead of the folder is reported", () => {
  const file = join(folder(), "state");
  writeFileSync(file, "");
  expect(() => claimFolder(file)).toThrow(`STATE_DIR must be a folder, and at ${file} there is a file.`);
  expect(() => claimFolder(join(file, "below"))).toThrow("STATE_DIR must be a folder");
});

it("for a folder that does not exist yet, the disk it will be on is checked", () => {
  expect(() => checkRoom(join(folder(), "not", "yet"))).not.toThrow();
});
