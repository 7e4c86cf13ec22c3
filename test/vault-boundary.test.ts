import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

// Which functions of the vault could let a secret out. import-rules.test.ts says who may import its inner files.

const WORKER = globSync("worker/**/*.ts").filter((file) => !/\.test\.ts$|^worker\/testing\//.test(file));
const read = (file: string) => readFileSync(file, "utf8");

it("a sealed secret is decrypted in one file", () => {
  const decrypting = /\b(compact|flattened|general)Decrypt\b|\bsubtle\.decrypt\b|\bcreateDecipheriv\b/;
  expect(WORKER.filter((file) => decrypting.test(read(file)))).toEqual(["worker/vault/open.ts"]);
});

it("no function of the vault returns a text but those that are known to return no secret", () => {
  const returned = WORKER.filter((file) => /^worker\/vault\/[^/]+$/.test(file)).flatMap(returnTypes);
  expect(returned.length).toBeGreaterThanOrEqual(15);
  expect(returned.filter(([, type]) => /string|unknown|any|Uint8Array|^$/.test(type)).sort()).toEqual([
    ["awaitsResealing", "Promise<string | null>"], // the name of a key
    ["decode", "Uint8Array | null"], // a key, within the key ring
    ["keyRing", ""], // keys; within the vault alone
    ["kidOf", "string | null"], // the name of a key
    ["newPlace", "string"],
    ["openSecret", "Promise<string>"], // the plain text; within the vault alone
    ["placesOf", "string"],
    ["secretsOf", "string"],
    ["writeSealed", "Promise<string>"], // a place
  ]);
});

it("a callback cannot return the secret as it is", () => {
  expect(read("worker/vault/with-secret.ts")).toContain("Promise<Result extends string ? never : Result>");
});

/** Every function of a file with the type that it is declared to return; "" where that is inferred. */
function returnTypes(file: string): [name: string, type: string][] {
  const declared = /function (\w+)(?:<[^(]*>)?\((?:[^()]|\([^()]*\))*\)(?::\s*([^{]+?))?\s*\{\n/g;
  return [...read(file).matchAll(declared)].map(([, name = "", type = ""]) => [name, type]);
}
