import { beforeAll, expect, it, vi } from "vitest";
import { browser, seededAccounts } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

it.each([
  ["/api/auth/reset-password/secretwithoutdigits?callbackURL=/reset", "GET /api/auth/reset-password/:token"],
  ["/api/phone-numbers/secretwithoutdigits", "GET /api/phone-numbers/:id"],
  ["/api/nowhere/secretwithoutdigits", "GET /api/*"],
  ["/secretwithoutdigits", "GET /*"],
  ["/healthz", "GET /healthz"],
])("the log of %s names the route and nothing from the address itself", async (path, door) => {
  const print = vi.spyOn(console, "log");
  await browser().get(path);
  const lines = print.mock.calls.map(([line]) => String(line));
  print.mockRestore();
  expect(lines.join("\n")).not.toContain("secretwithoutdigits");
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ event: "request", door }));
});
