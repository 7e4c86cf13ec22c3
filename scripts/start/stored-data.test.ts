import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { checkStoredData } from "./stored-data.ts";

/** A data folder whose database has these migrations, and a migrations folder with only the first. */
function folders(...applied: string[]) {
  const root = mkdtempSync(join(tmpdir(), "nightdesk-"));
  const file = join(root, "v3/d1/miniflare-D1DatabaseObject/abc.sqlite");
  const migrations = join(root, "migrations");
  for (const folder of [dirname(file), migrations]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(migrations, "0000_init.sql"), "");
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT)");
  for (const name of applied) database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").run(name);
  database.close();
  return { root, file, migrations };
}

it("accepts data of this version, of an older one, and no data at all", () => {
  for (const applied of [["0000_init.sql"], []]) {
    const { root, migrations } = folders(...applied);
    expect(() => checkStoredData(root, migrations)).not.toThrow();
    expect(() => checkStoredData(join(root, "nothing"), migrations)).not.toThrow();
  }
});

it("refuses data with a migration of another version and leaves it alone", () => {
  const { root, migrations } = folders("0000_init.sql", "0001_elsewhere.sql");
  expect(() => checkStoredData(root, migrations)).toThrow(
    `The data in ${root} was made by another version of Nightdesk: this one does not know 0001_elsewhere.sql. Go back to that version, or choose an empty folder: \`STATE_DIR=`,
  );
});

it("names a damaged file and the two ways to continue", () => {
  const { root, file, migrations } = folders("0000_init.sql");
  writeFileSync(file, "not a database, but long enough to be looked at ".repeat(100));
  expect(() => checkStoredData(root, migrations)).toThrow(
    new RegExp(`^The local data is damaged: ${file} .*Delete ${root}, or choose an empty folder: \`STATE_DIR=`),
  );
});
