import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

// Everything that a document names exists: files, folders, npm scripts and links to other documents.

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "emulator/README.md", ...globSync("docs/*.md")];
const SCRIPTS: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
/** First parts of keys in KV and R2, which look like paths. */
const STORAGE = /^(answer|route|secret|set-aside|set-aside-rings)\//;
/** Where a short path such as `hours/` or `numbers/faults.test.ts` may begin. */
const STARTS = ["", "worker", "worker/*", "dashboard", "emulator", "emulator/retell"];

it.each(DOCUMENTS)("every file and folder that %s names exists", (document) => {
  expect(pathsIn(document).filter((path) => !isThere(path))).toEqual([]);
});

it.each(DOCUMENTS)("every command and link in %s leads somewhere", (document) => {
  const text = readFileSync(document, "utf8");
  const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(commands.filter((name) => !SCRIPTS[name])).toEqual([]);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => join(dirname(document), link));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

it("a path that is wrong would be found", () => {
  expect(pathsIn("ARCHITECTURE.md").length).toBeGreaterThan(30);
  expect(isThere("worker/no-such-folder/")).toBe(false);
});

/** Words in backquotes that look like a path in the project: with a slash and an ending, or a slash at the end. */
function pathsIn(document: string): string[] {
  const quoted = [...readFileSync(document, "utf8").matchAll(/`([^`\s]+)`/g)].map(([, word = ""]) => word);
  return quoted.filter(
    (word) => /^(?!\.?\/|https?:|@)[\w.*<>{},-]+(\/[\w.*<>{},-]*)+$/.test(word) && isPath(word) && !STORAGE.test(word),
  );
}

function isPath(word: string): boolean {
  return /\.(tsx?|mjs|sql|md|json|toml|csv|css)$/.test(word) || word.endsWith("/");
}

function isThere(path: string): boolean {
  const pattern = path.replace(/<[^>]+>/g, "*").replace(/\/$/, "");
  return STARTS.some((start) => globSync(join(start, pattern)).length > 0);
}
