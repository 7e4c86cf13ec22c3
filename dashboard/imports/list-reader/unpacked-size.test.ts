import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readWorkbook } from "./read-workbook.ts";
import { unpackedSize } from "./unpacked-size.ts";

const MB = 1024 * 1024;
const LIMIT = 8 * MB;

test("the unpacked size of a workbook is known", async () => {
  const small = await workbook(1);
  const large = await workbook(5000);
  expect(await unpackedSize(small, LIMIT)).toBeGreaterThan(small.length);
  expect(await unpackedSize(large, LIMIT)).toBeGreaterThan(5000 * 60);
});

test("a file that is not an archive has no unpacked size", async () => {
  expect(await unpackedSize(new Uint8Array(), LIMIT)).toBe(0);
  expect(await unpackedSize(new TextEncoder().encode("PK, but only in words"), LIMIT)).toBe(0);
});

test("the size of a damaged archive is unknown", async () => {
  const archive = zip([{ packed: new Uint8Array([7, 7, 7, 7]), claimed: 4 }]);
  expect(await unpackedSize(archive, LIMIT)).toBeNull();
});

describe("an archive of 16 MB that unpacks to 16 GB", () => {
  const bomb = (claimed: number) => zip([{ packed: zeros(1024), claimed }]);

  test("is not unpacked at all when it admits its size", async () => {
    const archive = bomb(0xffff_ffff);
    expect(archive.length).toBeGreaterThan(15 * MB);
    expect(await unpackedSize(archive, LIMIT)).toBe(0xffff_ffff);
  });

  test("is abandoned as soon as it is too large when it claims to be small", async () => {
    const size = await unpackedSize(bomb(1000), LIMIT);
    expect(size).toBeGreaterThan(LIMIT);
    expect(size).toBeLessThan(LIMIT + MB);
  });

  test("is refused as a workbook", async () => {
    for (const claimed of [0xffff_ffff, 1000]) {
      expect(await readWorkbook(bomb(claimed))).toMatchObject({ kind: "refused", code: "file_too_large" });
    }
  });
});

test("many entries that are each small enough are too large together", async () => {
  const entry = { packed: zeros(0.25), claimed: 1000 };
  expect(await unpackedSize(zip([entry]), LIMIT)).toBe(4 * MB);
  expect(await unpackedSize(zip([entry, entry, entry]), LIMIT)).toBeGreaterThan(LIMIT);
});

/** Deflated zeros in pieces of 16 MB. Each piece ends at a byte boundary, so that pieces can be repeated. */
function zeros(pieces: number): Uint8Array<ArrayBuffer> {
  const size = 16 * MB * Math.min(pieces, 1);
  const piece = deflateRawSync(new Uint8Array(size), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(new Uint8Array());
  return new Uint8Array(Buffer.concat([...Array.from({ length: Math.ceil(pieces) }, () => piece), end]));
}

/** An archive whose directory claims the given sizes. */
function zip(files: { packed: Uint8Array; claimed: number }[]): Uint8Array<ArrayBuffer> {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { packed, claimed } of files) {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    header.writeUInt16LE(8, 8); // deflated
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(header, name, Buffer.from(packed));
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}

async function workbook(rows: number): Promise<Uint8Array<ArrayBuffer>> {
  const cells = Array.from({ length: rows }, (_, i) => [{ value: `A-${i}` }, { value: "the same words in every row" }]);
  return new Uint8Array(await writeExcelFile(cells).toBuffer());
}
