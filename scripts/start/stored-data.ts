import { existsSync, globSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { inWords, Trouble } from "./trouble.ts";

/**
 * Checks what an earlier start left in `stateDir`, without changing it. Throws a Trouble if a file is damaged, or if its
 * tables were made by migrations that are not in `migrations`.
 */
export function checkStoredData(stateDir: string, migrations: string): void {
  for (const file of globSync("v3/**/*.sqlite", { cwd: stateDir })) {
    const applied = readApplied(join(stateDir, file), stateDir);
    const known = new Set(readdirSync(migrations));
    const unknown = applied.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      throw new Trouble(
        `The data in ${stateDir} was made by another version of Nightdesk: this one does not know ${unknown.join(", ")}. ` +
          `Go back to that version, or ${ANOTHER_FOLDER}`,
      );
    }
  }
}

const ANOTHER_FOLDER =
  "choose an empty folder: `STATE_DIR=.wrangler/fresh npm start`. Everything in the old one stays as it is.";

/** The names of the migrations applied to a database; empty if the database is not ours. */
function readApplied(file: string, stateDir: string): string[] {
  if (!existsSync(file)) return [];
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const { quick_check } = database.prepare("PRAGMA quick_check(1)").get() ?? {};
      if (quick_check !== "ok") throw new Error(`database disk image is malformed: ${quick_check}`);
      const books = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'").get();
      return books
        ? database
            .prepare("SELECT name FROM d1_migrations")
            .all()
            .map(({ name }) => String(name))
        : [];
    } finally {
      database.close();
    }
  } catch (error) {
    throw damaged(error, file, stateDir);
  }
}

function damaged(error: unknown, file: string, stateDir: string): Trouble {
  const said = error instanceof Error ? error.message : String(error);
  if (!/not a database|malformed/.test(said)) return new Trouble(inWords(error));
  return new Trouble(`The local data is damaged: ${file} (${said}). Delete ${stateDir}, or ${ANOTHER_FOLDER}`);
}
