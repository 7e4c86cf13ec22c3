import { expect, it } from "vitest";
import { inWords, Trouble } from "./trouble.ts";

it("a Trouble is printed as it is", () => {
  expect(inWords(new Trouble("Do this."))).toBe("Do this.");
});

it.each([
  ["Error: ENOSPC: no space left on device, write", "The disk is full."],
  ["SqliteError: database or disk is full: SQLITE_FULL", "The disk is full."],
  ["EROFS: read-only file system, open 'dist/x'", "The disk is read-only."],
  ["EACCES: permission denied, mkdir", "A file or folder belongs to somebody else."],
  ["listen EADDRINUSE: address already in use 127.0.0.1:1", "A port is taken by another program"],
  ["file is not a database: SQLITE_NOTADB", "The local data is damaged."],
  ["EMFILE: too many open files", "Too many files are open."],
  ["spawn wrangler ENOENT", "A program is missing."],
])("%s: says first what to do, then what was said", (said, sentence) => {
  expect(inWords(new Error(said))).toMatch(new RegExp(`^${sentence}[\\s\\S]*\n\n`));
  expect(inWords(new Error(said))).toContain(said);
});

it("an unknown error is printed as it came", () => {
  expect(inWords(new Error("Expected ';' but found '}'"))).toBe("Expected ';' but found '}'");
  expect(inWords("text")).toBe("text");
});
