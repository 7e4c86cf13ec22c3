import { restoreText } from "./neutralise-formula.ts";

// Control characters, and marks that are invisible themselves but turn or hide text.
const INVISIBLE = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/u;
const UNTIDY = new RegExp(`^\\s|\\s$|\\s\\s|[^\\S ]|^['=]|${INVISIBLE.source}`, "u");

// Most cells match this, and the check is several times faster than cleaning them.
const PLAIN = /^[!-&(-<>-~](?: ?[!-~])*$/;

/** A cell as one line of text: trimmed, single spaces, nothing invisible. What looks like a formula stays text. */
export function cleanCell(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  if (PLAIN.test(text) || !UNTIDY.test(text)) return text;
  return restoreText(text.trim()).replace(/\s+/g, " ").replace(new RegExp(INVISIBLE.source, "gu"), "").trim();
}
