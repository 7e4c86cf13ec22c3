import type { RefusalCode } from "./refusal.ts";

const SIGNATURES: [code: RefusalCode, bytes: number[]][] = [
  ["zip_archive", [0x50, 0x4b, 0x03, 0x04]],
  ["zip_archive", [0x50, 0x4b, 0x05, 0x06]], // an archive with nothing in it
  ["old_excel_workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["binary", [0x1f, 0x8b]], // gzip
];

/** What a file that only calls itself CSV really is, judged by its first bytes and its NULs; null if it may be text. */
export function binaryContent(bytes: Uint8Array): RefusalCode | null {
  const signature = SIGNATURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (signature) return signature[0] === "zip_archive" && isWorkbook(bytes) ? "excel_workbook" : signature[0];
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|head)/i.test(latin1(bytes.subarray(0, 200))))
    return "web_page";
  return hasUtf16Mark(bytes) || !bytes.includes(0) ? null : "binary";
}

function isWorkbook(bytes: Uint8Array): boolean {
  return /\[Content_Types\]\.xml|xl\/|_rels\//.test(latin1(bytes.subarray(0, 4096)));
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
