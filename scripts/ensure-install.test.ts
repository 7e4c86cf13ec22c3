import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it } from "vitest";

const RECORD = "node_modules/.package-lock.json";
const ours = { version: "1.0.0", integrity: "sha512-a" };
const elsewhere = { version: "2.0.0", integrity: "sha512-b", optional: true };
const packages = { "": {}, "node_modules/ours": ours, "node_modules/elsewhere": elsewhere };

/** A copy of the project with one package, installed on a machine that does not want the other one. */
function project() {
  const root = mkdtempSync(join(tmpdir(), "nightdesk-"));
  for (const folder of ["scripts", "bin", "node_modules/ours"]) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync(join(import.meta.dirname, "ensure-install.mjs"), join(root, "scripts/ensure-install.mjs"));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  writeFileSync(join(root, RECORD), JSON.stringify({ packages: { "node_modules/ours": ours } }));
  writeFileSync(join(root, "node_modules/ours/package.json"), "{}");
  return root;
}

/** Starts the script with an npm that consists of this script; resolves with how it ended and what it said. */
function start(root: string, npm: string) {
  const program = join(root, "bin/npm");
  writeFileSync(program, `#!${process.execPath}\n${npm}`);
  chmodSync(program, 0o755);
  const env = { ...process.env, PATH: `${join(root, "bin")}${delimiter}${process.env.PATH}` };
  const child = spawn(process.execPath, [join(root, "scripts/ensure-install.mjs")], { env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const ended = once(child, "close").then(([code]) => ({ code, said }));
  return { child, ended };
}

const fails = (code: string) => `console.error("npm error code ${code}"); process.exitCode = 1`;

it("what is installed is not installed again, whatever the files' dates, and needs no npm and no network", async () => {
  expect(await start(project(), fails("ENOTFOUND")).ended).toEqual({ code: 0, said: "" });
});

it.each([
  ["a package is gone", (root: string) => rmSync(join(root, "node_modules/ours"), { recursive: true })],
  ["an installation was interrupted", (root: string) => rmSync(join(root, RECORD))],
  ["the record is half written", (root: string) => writeFileSync(join(root, RECORD), '{"packages":{')],
  [
    "another version is wanted",
    (root: string) =>
      writeFileSync(
        join(root, "package-lock.json"),
        JSON.stringify({ packages: { ...packages, "node_modules/ours": { ...ours, version: "1.0.1" } } }),
      ),
  ],
])("%s: everything is installed anew", async (_, harm) => {
  const root = project();
  harm(root);
  const { code, said } = await start(root, `console.log("npm", ...process.argv.slice(2, 3))`).ended;
  expect(said).toBe("Installing packages (npm ci)…\nnpm ci\n");
  expect(code).toBe(0);
});

it.each([
  ["ENOTFOUND", "The package registry cannot be reached."],
  ["ECONNREFUSED", "The package registry cannot be reached."],
  ["ENOSPC", "The disk is full."],
  ["EROFS", "This folder is on a read-only disk."],
  ["EACCES", "npm may not write here."],
  ["EINTEGRITY", "A package arrived damaged."],
  ["EUSAGE", "package.json and package-lock.json do not fit each other."],
  ["E418", "npm says above why."],
])("npm fails with %s: the last words say what to do", async (code, words) => {
  const root = project();
  rmSync(join(root, RECORD));
  const end = await start(root, fails(code)).ended;
  expect(end.said.trim().split("\n").at(-1)).toContain(`The packages are not installed. ${words}`);
  expect(end.code).toBe(1);
});

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle: npm ends too, and the next start begins anew", async (signal, exitCode) => {
  const root = project();
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { ...packages, "node_modules/x": ours } }));
  const { child, ended } = start(root, "console.log('busy'); setInterval(() => {}, 1e6)");
  child.stdout.on("data", (data) => String(data).includes("busy") && child.kill(signal));
  const { code, said } = await ended;
  expect(said).toContain("The installation was interrupted. Run the same command again: it begins anew.");
  expect(code).toBe(exitCode);
  expect(existsSync(join(root, RECORD))).toBe(false);
});
