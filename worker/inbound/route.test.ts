import { beforeEach, expect, it } from "vitest";
import { ring, seededDatabase } from "../testing/app.ts";

beforeEach(() => seededDatabase());

it("greets with the company's own words", async () => {
  const response = await ring("+15206800005");
  expect(response.status).toBe(200);
  console.log(JSON.stringify(await response.json(), null, 1));
});
