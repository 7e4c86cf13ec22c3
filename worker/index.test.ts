import { exports } from "cloudflare:workers";
import { expect, it } from "vitest";

it("answers", async () => {
  const response = await exports.default.fetch("http://nightdesk.example/healthz");
  expect(response.status).toBe(200);
});
