import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { unpackedSize } from "./unpacked-size.ts";

test("a workbook tells how large it is when it is unpacked", async () => {
  const small = await workbook(1);
  const large = await workbook(5000);
  expect(unpackedSize(small)).toBeGreaterThan(small.length);
  expect(unpackedSize(large)).toBeGreaterThan(5000 * 60);
});

test("what is no archive has no size, however short it is", () => {
  expect(unpackedSize(new Uint8Array())).toBe(0);
  expect(unpackedSize(new TextEncoder().encode("PK, but only in words"))).toBe(0);
});

async function workbook(rows: number): Promise<Uint8Array> {
  const cells = Array.from({ length: rows }, (_, i) => [{ value: `A-${i}` }, { value: "the same words in every row" }]);
  return new Uint8Array(await writeExcelFile(cells).toBuffer());
}
