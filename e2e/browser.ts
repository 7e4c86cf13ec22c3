import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { clockAhead, shiftScript } from "../test/clock/shift-date.ts";

/** How long a test waits for something to be seen: no machine is so slow, and a test that passes never waits for it. */
const PATIENCE_MS = 120_000;

const KNOWN_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const QUIET = [
  "--no-sandbox", // containers have no user namespaces
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser at CHROME_PATH, or one in a usual place, or Debian's, installed now. Throws saying what to install. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: QUIET });
}

/** A person with their own browser and IP address, because attempts to sign in are counted by address. */
export async function newVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2));
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    extraHTTPHeaders: { "cf-connecting-ip": `198.18.${a}.${b}` },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(shiftScript(clockAhead()));
  return context;
}

function browserPath(): string {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH names ${wanted}, where there is no browser.`);
    return wanted;
  }
  const found = KNOWN_PLACES.find((place) => existsSync(place)) ?? installedOnDebian();
  if (!found) throw new Error("The browser tests need Chromium or Chrome: install one, or name it with CHROME_PATH.");
  return found;
}

function installedOnDebian(): string | undefined {
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return undefined;
  const quietly = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  execFileSync("apt-get", ["update"], quietly);
  execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quietly);
  return KNOWN_PLACES.find((place) => existsSync(place));
}
