import { globSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";

test("what was built with this machine's secrets at hand holds none of them: not the dashboard, not the Worker", () => {
  const secrets = Object.entries(parseEnv(readFileSync(".dev.vars", "utf8"))).filter(
    ([name]) => name !== "KEK_CURRENT",
  );
  expect(secrets.length).toBeGreaterThanOrEqual(5);
  for (const folder of ["dist/dashboard", "dist/worker"]) {
    const files = globSync(`${folder}/**/*`, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length, folder).toBeGreaterThan(3);
    for (const { parentPath, name } of files) {
      const text = readFileSync(`${parentPath}/${name}`, "latin1");
      const found = secrets.filter(([, value]) => value && text.includes(value)).map(([variable]) => variable);
      expect(found, `${parentPath}/${name}`).toEqual([]);
    }
  }
});
