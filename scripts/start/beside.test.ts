import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { CRASHED, startBeside } from "./beside.ts";
import { stopAll } from "./process-groups.ts";

afterEach(stopAll);

/** A program of these lines; its name is what the terminal calls it. */
function program(script: string, logFile = join(mkdtempSync(join(tmpdir(), "nightdesk-")), "it.log")) {
  const env = { ...process.env };
  return startBeside({ name: "The Worker", command: process.execPath, args: ["-e", script], env, logFile });
}

const UP = "setInterval(() => {}, 1e6); console.log('Ready on it')";

it("is ready when it says so itself and answers, not when another copy answers on the port", async () => {
  const server = createServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(program(UP).untilReady("Ready on it", url)).resolves.toBeUndefined();
  await expect(program("console.log('never mind')").untilReady("Ready on it", url)).rejects.toThrow(
    /The Worker ended before it was ready \(exit code 0\)[\s\S]*never mind[\s\S]*it\.log/,
  );
  server.close();
});

it("a port that was taken in the meantime is reported in words", async () => {
  const taken = program("console.error('listen EADDRINUSE: address already in use'); process.exitCode = 1");
  await expect(taken.untilReady("Ready", "http://127.0.0.1:1")).rejects.toThrow("A port is taken by another program");
});

it("a missing program is reported in words", async () => {
  const missing = startBeside({
    name: "The Worker",
    command: "nightdesk-has-no-such-program",
    args: [],
    env: process.env,
    logFile: join(mkdtempSync(join(tmpdir(), "nightdesk-")), "it.log"),
  });
  await expect(missing.untilReady("Ready", "http://127.0.0.1:1")).rejects.toThrow("ended before it was ready (spawn");
});

it("if it dies while running, its last output and its log are shown", async () => {
  const dying = program("console.log('my last words'); process.kill(process.pid, 'SIGKILL')");
  await expect(dying.untilGone()).rejects.toThrow(
    /The Worker stopped working \(ended by SIGKILL\)\. Run `npm start` again[\s\S]*my last words[\s\S]*it\.log/,
  );
});

it("if workerd crashes under wrangler, that is reported, because wrangler keeps running without answering", async () => {
  await expect(program(`${UP}; console.log(${JSON.stringify(CRASHED)})`).untilGone()).rejects.toThrow(
    "The Worker stopped working (its runtime, workerd, crashed)",
  );
});

it("the words about workerd are those of the wrangler that is installed", () => {
  const resolve = createRequire(import.meta.url).resolve;
  const said = [resolve("miniflare"), join(dirname(resolve("wrangler")), "cli.js")].map((file) =>
    readFileSync(file, "utf8"),
  );
  expect(said.some((text) => text.includes(CRASHED))).toBe(true);
});

it("a log that cannot be written does not end the program", async () => {
  const logFile = join(mkdtempSync(join(tmpdir(), "nightdesk-")), "gone", "it.log");
  await expect(program("console.log('still here')", logFile).untilGone()).rejects.toThrow("still here");
});
