/** "Last, First" as "First Last"; a generation stays at the end ("Smith, John, Jr." → "John Smith Jr."). */
export function readName(text: string): string {
  if (!text.includes(",")) return text;
  const [last = "", first = "", ...more] = text.split(",").map((part) => part.trim());
  if (first === "" || last === "") return text.replace(/^[\s,]+|[\s,]+$/g, "");
  if (isSuffix(first)) return [last, first, ...more].join(" ").trim();
  return [first, last, ...more].filter((part) => part !== "").join(" ");
}

function isSuffix(text: string): boolean {
  return /^(?:jr|sr|ii|iii|iv|md|phd|esq)\.?$/i.test(text);
}

/** A count as people write it: "4", "4.0", "4 pax", "2 adults, 1 child" is none. Null when blank; undefined when unreadable. */
export function readCount(text: string): number | null | undefined {
  if (text === "") return null;
  const match = /^(\d{1,3})(?:[.,]0+)?(?:\s*(?:pax|passengers?|people|persons?|guests?))?$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** Whether a spreadsheet has shortened the number ("5.02E+11"): its last digits are lost. */
export function isShortened(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(text);
}
