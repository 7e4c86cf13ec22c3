import { afterEach, beforeAll, beforeEach } from "vitest";
import { type Line, type NumberWorld, numberWorld, type Workspace, watchedLine, workspace } from "./number-world.ts";
import { seededAccounts } from "./operator.ts";

/** What a test of numbers works with: Retell's side, the line to it, and a company with its Worker. */
export type NumberStage = { at: Workspace; line: Line; world: NumberWorld };

/**
 * Sets the stage before each test of the file: a workspace, a line and a company of its own, which `ready` gets.
 * The seeded database is the file's, or each test's own where a test looks at every company's numbers.
 */
export function beforeEachNumberTest(ready: (stage: NumberStage) => void, databaseOf: "file" | "test" = "file"): void {
  let line: Line;
  const beforeDatabase = databaseOf === "file" ? beforeAll : beforeEach;
  beforeDatabase(() => seededAccounts());
  beforeEach(async () => {
    const at = await workspace();
    line = watchedLine();
    ready({ at, line, world: await numberWorld(at, line) });
  });
  afterEach(async () => {
    await line.quiet();
    line.restore();
  });
}
