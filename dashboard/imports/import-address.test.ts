import { expect, test } from "vitest";
import { pageAt } from "../shell/page-at.ts";
import { afterImport, importAddress, UPLOAD_IN_SET_UP } from "./import-address.ts";

test("an upload that began while setting up leads back there, and any other stays where it is", () => {
  const from = new URL(UPLOAD_IN_SET_UP, "https://any.example").searchParams.get("from") ?? undefined;
  const review = new URL(importAddress("7 a", { ...(from && { from }), unchanged: true }), "https://any.example");
  expect(pageAt([{ path: "/imports/:id" }], review.pathname)).toBeDefined();
  expect(review.searchParams.get("unchanged")).toBe("true");
  expect(afterImport(review.searchParams.get("from") ?? undefined)).toBe("/welcome?step=reservations");
  expect(importAddress("7")).toBe("/imports/7");
  expect(afterImport(undefined)).toBeNull();
  expect(afterImport("https://elsewhere.example")).toBeNull();
});
