import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../testing/app.ts";
import { company, csv } from "../testing/company.ts";
import { dyingDatabase } from "../testing/dying-database.ts";
import { type Browser, seededAccounts, signedIn } from "../testing/operator.ts";

// The Worker dies at every statement of a change to the list, one after the other. Callers hear the old list or the new
// one, never a part of either, and repeating the request gets through.

beforeAll(() => seededAccounts());

const OLD = csv(["A-1"], ["A-2"], ["A-3"]);
const NEW = csv(["A-2", { from: "9 Hill Rd" }], ["A-3", { from: "9 Hill Rd" }], ["A-4"], ["A-5", { time: "noonish" }]);
const HEARD_OLD = "A-1:1 Main St A-2:1 Main St A-3:1 Main St A-4:-";
const HEARD_NEW = "A-1:- A-2:9 Hill Rd A-3:9 Hill Rd A-4:1 Main St";
const HEARD_ADDED = "A-1:1 Main St A-2:9 Hill Rd A-3:9 Hill Rd A-4:1 Main St";

let callers = 0;

type Operator = Awaited<ReturnType<typeof company>>;

/** What callers hear about every booking that is in any of the lists. */
async function heard({ phone }: Operator): Promise<string> {
  await env.DB.exec("DELETE FROM lookup_misses"); // so many misses would make the company ask for more
  const told = ["A-1", "A-2", "A-3", "A-4"].map(async (number) => {
    callers += 1; // a caller who misses too often is not told anything any more
    const from_number = `+1480555${String(callers).padStart(4, "0")}`;
    const answer = await ask(phone, { confirmation_number: number }, { from_number });
    const booking = await answer.json<{ pickup_address?: string }>();
    return `${number}:${booking.pickup_address ?? "-"}`;
  });
  return (await Promise.all(told)).join(" ");
}

async function upload(browser: Browser, list: string, query: string): Promise<{ id: string; status: string }> {
  const response = await browser.upload(`/api/imports?kind=reservations${query}`, list);
  if (response.status > 201) throw new Error(await response.text());
  return response.json();
}

/**
 * Runs `change` with a database that dies at its first statement, then at its second, and so on, until the change
 * survives. After each death callers hear `before` or `after`. Repeated on a living database, the change succeeds.
 */
async function dieEverywhere(
  operator: Operator,
  {
    change,
    prepare,
    before,
    after,
  }: {
    prepare: () => Promise<string>;
    change: (browser: Browser, id: string) => Promise<Response>;
    before: string;
    after: string;
  },
): Promise<number> {
  const { d1, arm, died } = dyingDatabase(env.DB);
  const browser = await signedIn(operator.email, { bindings: { DB: d1 } });
  for (let deaths = 1; ; deaths++) {
    for (const when of ["before", "after"] as const) {
      const id = await prepare();
      expect(await heard(operator)).toBe(before);
      arm({ statement: deaths, when });
      const response = await change(browser, id);
      if (!died()) {
        expect(response.status).toBeLessThan(300);
        expect(await heard(operator)).toBe(after);
        return deaths - 1;
      }
      const now = await heard(operator);
      expect([before, after], `death ${when} statement ${deaths}`).toContain(now);
      const retried = await change(operator, id);
      const undone = retried.status === 409 && now === after; // an undo that has worked leaves nothing to undo
      expect(retried.status < 300 || undone, `retry after death ${when} statement ${deaths}`).toBe(true);
      expect(await heard(operator)).toBe(after);
    }
  }
}

/**
 * Brings back the old list, whatever happened, and forgets all others, so that each death starts from the same place.
 */
async function startOver(operator: Operator, first: string): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE current_imports SET import_id = ? WHERE user_id = ?").bind(first, operator.id),
    ...["reservations", "import_errors", "import_pages"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table} WHERE user_id = ?1 AND import_id <> ?2`).bind(operator.id, first),
    ),
    env.DB.prepare("DELETE FROM import_meta WHERE user_id = ?1 AND id <> ?2").bind(operator.id, first),
  ]);
}

// Some sixty deaths, each with a dozen calls.
describe("callers hear a whole list although the Worker dies", () => {
  it("at any statement of an import that is activated at once", async () => {
    const operator = await company();
    const { id: first } = await upload(operator, OLD, "&activate=true");
    const statements = await dieEverywhere(operator, {
      prepare: async () => {
        await startOver(operator, first);
        return first;
      },
      change: (browser) => browser.upload("/api/imports?kind=reservations&activate=true", NEW),
      before: HEARD_OLD,
      after: HEARD_NEW,
    });
    expect(statements).toBeGreaterThan(10);
  });

  it("at any statement of an import that is put on top of the list", async () => {
    const operator = await company();
    const { id: first } = await upload(operator, OLD, "&activate=true");
    await dieEverywhere(operator, {
      prepare: async () => {
        await startOver(operator, first);
        return first;
      },
      change: (browser) => browser.upload("/api/imports?kind=reservations&mode=add&activate=true", NEW),
      before: HEARD_OLD,
      after: HEARD_ADDED,
    });
  });

  it("at any statement of an activation", async () => {
    const operator = await company();
    const { id: first } = await upload(operator, OLD, "&activate=true");
    const statements = await dieEverywhere(operator, {
      prepare: async () => {
        await startOver(operator, first);
        return (await upload(operator, NEW, "")).id;
      },
      change: (browser, id) => browser.post(`/api/imports/${id}/activation`),
      before: HEARD_OLD,
      after: HEARD_NEW,
    });
    expect(statements).toBeGreaterThan(5);
  });

  it("at any statement of an undo", async () => {
    const operator = await company();
    const { id: first } = await upload(operator, OLD, "&activate=true");
    const statements = await dieEverywhere(operator, {
      prepare: async () => {
        await startOver(operator, first);
        return (await upload(operator, NEW, "&activate=true")).id;
      },
      change: (browser, id) => browser.delete(`/api/imports/${id}/activation`),
      before: HEARD_NEW,
      after: HEARD_OLD,
    });
    expect(statements).toBeGreaterThan(4);
  });
});
