import { beforeAll, expect, it } from "vitest";
import assetHeaders from "../../dashboard/public/_headers?raw";
import { ring, seededDatabase, send } from "../testing/app.ts";
import { browser } from "../testing/operator.ts";

beforeAll(() => seededDatabase());

const headersOfAssets = assetHeaders
  .split("\n")
  .filter((line) => line.startsWith("  "))
  .map((line) => /^ {2}([^:]+): (.+)$/.exec(line)?.slice(1) ?? []);

it("sends the same security headers with every answer as with the pages themselves", async () => {
  expect(headersOfAssets).toHaveLength(8);
  const answers = [
    await ring("+15206800005"),
    await send(new Request("https://nightdesk.example/healthz")),
    await send(new Request("https://nightdesk.example/retell/nothing-here")),
    await browser().get("/api/overview"),
    await browser().get("/api/auth/get-session"),
    await browser().post("/api/auth/sign-in/email", {}),
    await browser().get("/api/auth/verify-email?token=x&callbackURL=/verify"),
  ];
  for (const answer of answers) {
    for (const [name = "", value] of headersOfAssets) expect([name, answer.headers.get(name)]).toEqual([name, value]);
  }
});

it("keeps answers to operators out of every cache", async () => {
  expect((await browser().get("/api/overview")).headers.get("cache-control")).toBe("no-store");
  expect((await browser().get("/api/auth/get-session")).headers.get("cache-control")).toBe("no-store");
});
