import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { sqlText } from "./sql-text.ts";

it("the literals equal the values that would have been bound", () => {
  const db = new DatabaseSync(":memory:");
  db.exec('CREATE TABLE t (a TEXT, "odd?name" INTEGER, c TEXT)');
  db.exec(
    sqlText({
      sql: 'INSERT INTO t ("a", "odd?name", "c") VALUES (?, ?, ?)',
      params: ["O'Neill; DROP TABLE t; -- ?", 5, null],
    }),
  );
  expect({ ...db.prepare("SELECT * FROM t").get() }).toEqual({
    a: "O'Neill; DROP TABLE t; -- ?",
    "odd?name": 5,
    c: null,
  });
});

it("a value that cannot be written as a literal is refused", () => {
  expect(() => sqlText({ sql: "?", params: [{}] })).toThrow("no place");
  expect(() => sqlText({ sql: "?", params: ["a\0b"] })).toThrow("no place");
});
