import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect } from "./connection.ts";

const folder = mkdtempSync(join(tmpdir(), "nightdesk-"));
const devVars = join(folder, ".dev.vars");
const missing = join(folder, "missing");
writeFileSync(devVars, 'RETELL_API_KEY="key_from_file"\n');

test("without settings it uses the emulator and the key that npm start wrote", () => {
  const { client, publicUrl } = connect({}, devVars);
  expect([client.baseURL, client.apiKey, publicUrl]).toEqual([
    "http://127.0.0.1:8788",
    "key_from_file",
    "http://127.0.0.1:8787",
  ]);
});

test("the environment wins over the file, and the ports change the addresses", () => {
  const { client, publicUrl } = connect({ RETELL_API_KEY: "key_env", PORT: "1", EMULATOR_PORT: "2" }, devVars);
  expect([client.baseURL, client.apiKey, publicUrl]).toEqual(["http://127.0.0.1:2", "key_env", "http://127.0.0.1:1"]);
});

test("without a key it says where to get one", () => {
  expect(() => connect({}, missing)).toThrow(/RETELL_API_KEY/);
});

test.each([undefined, "http://desk.example", "https://127.0.0.1:8787"])(
  "the real Retell is not given an address it cannot call: %s",
  (PUBLIC_URL) => {
    const env = {
      RETELL_API_URL: "https://api.retell.example",
      RETELL_API_KEY: "k",
      ...(PUBLIC_URL && { PUBLIC_URL }),
    };
    expect(() => connect(env, missing)).toThrow(/PUBLIC_URL/);
  },
);
