// Runs before `npm start` and `npm test` on whatever Node the machine has, so it uses only built-in modules.
import { spawn } from "node:child_process";
import fs from "node:fs"; // with named imports an older Node would stop before it could be asked to be newer
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULES = join(ROOT, "node_modules");
const RECORD = join(MODULES, ".package-lock.json"); // npm writes it last
const NEEDED_MB = 1000; // all packages take 820 MB

/** What npm's codes mean for somebody who just wants to start. */
const WORDS = [
  [/spawn npm/, "npm is not on the PATH. Install Node with npm from https://nodejs.org"],
  [
    /E(AI_AGAIN|NOTFOUND|CONNREFUSED|CONNRESET|NETUNREACH|HOSTUNREACH|TIMEDOUT|RR_SOCKET_TIMEOUT)|ETIMEOUT/,
    "The package registry cannot be reached. Connect to the internet (or set npm's proxy)",
  ],
  [/ENOSPC/, `The disk is full. The packages need ${NEEDED_MB} MB: make room`],
  [/EROFS/, "This folder is on a read-only disk. Copy Nightdesk to where you may write"],
  [/EACCES|EPERM/, "npm may not write here. Make this folder and npm's cache (`npm config get cache`) your own"],
  [/EINTEGRITY/, "A package arrived damaged. Empty npm's cache with `npm cache clean --force`"],
  [/EUSAGE/, "package.json and package-lock.json do not fit each other. Bring back both with `git checkout`"],
];

await ensureInstall();

async function ensureInstall() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) {
    return fail(
      `Nightdesk needs Node 20 or newer, and this is ${process.versions.node}. Get one at https://nodejs.org.`,
    );
  }
  if (isInstalled() || (await install())) checkNode();
}

/** Whether every package of package-lock.json is installed in its version. Packages for other platforms may be missing. */
function isInstalled() {
  try {
    const { packages: wanted } = JSON.parse(fs.readFileSync(join(ROOT, "package-lock.json"), "utf8"));
    const { packages: there } = JSON.parse(fs.readFileSync(RECORD, "utf8"));
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === "") return true; // Nightdesk itself
      const found = there[path];
      if (!found) return optional === true;
      const same = found.version === version && found.integrity === integrity;
      return same && fs.existsSync(join(ROOT, path, "package.json"));
    });
  } catch {
    return false; // no record, or half of one
  }
}

/** Runs `npm ci`; true when it succeeded. Otherwise the words are printed and the exit code is set. */
async function install() {
  try {
    fs.accessSync(ROOT, fs.constants.W_OK);
    const { bavail, bsize, blocks } = fs.statfsSync(ROOT);
    const full = blocks > 0 && bavail * bsize < NEEDED_MB * 1e6;
    if (full && !fs.existsSync(MODULES)) return fail(whyNpmFailed("ENOSPC"));
    fs.rmSync(RECORD, { force: true }); // without it the next start knows that this one was not finished
  } catch (error) {
    return fail(whyNpmFailed(String(error)));
  }
  console.log("Installing packages (npm ci)…");
  const { code, signal, printed } = await npmCi();
  if (signal) return fail("\nThe installation was interrupted. Run the same command again: it begins anew.", signal);
  return code === 0 || fail(whyNpmFailed(printed));
}

/** npm's end and what it said; `signal` when we were told to stop meanwhile. */
function npmCi() {
  const npm = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "pipe"],
    shell: process.platform === "win32",
  });
  let [printed, signal] = ["", null];
  npm.stderr.on("data", (data) => {
    printed += data;
    process.stderr.write(data);
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      signal = name;
      npm.kill(name);
    });
  }
  return new Promise((resolve) => {
    npm.once("error", (error) => resolve({ code: 1, signal, printed: String(error) }));
    npm.once("close", (code) => resolve({ code, signal, printed }));
  });
}

/** One sentence on why npm failed and one on what to do, from what it printed. */
function whyNpmFailed(printed) {
  const [, words] = WORDS.find(([sign]) => sign.test(printed)) ?? ["", "npm says above why. Mend that"];
  return `The packages are not installed. ${words}, then run the same command again.`;
}

/** Our scripts are TypeScript: they want the Node that package.json brings along, or a machine's that reads it. */
function checkNode() {
  if (process.features.typescript || ["node", "node.cmd"].some((name) => fs.existsSync(join(MODULES, ".bin", name))))
    return;
  fail(
    `npm did not install the Node that Nightdesk runs on (${process.platform}-${process.arch}). Delete node_modules and run the same command again, or install Node 24 or newer.`,
  );
}

function fail(words, signal) {
  console.error(words);
  process.exitCode = signal ? 128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal] : 1;
  return false;
}
