import { isPlaceholder } from "./placeholder.ts";

/**
 * The parts of an address on one line: "12 Oak Ave, Tucson". A
 * house number goes with its street, and nothing is said twice.
 */
export function addressText(texts: string[]): string | null {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return isPlaceholder(only) ? null : only;
  let address = "";
  for (const text of texts) {
    if (isPlaceholder(text) || saidAlready(address, text)) continue;
    const afterNumber =
      /(?:^|, )\d{1,6}[a-z]?(?:[-/]\d{1,4})?$/i.test(address) && /^\p{L}|^\d+(?:st|nd|rd|th)\b/iu.test(text);
    const isNumber = /^\d{1,4} ?[a-z]?$/i.test(text) && /\p{L}[^,\d]*$/u.test(address); // "Lindengasse" and "12"
    address += address === "" ? text : `${afterNumber || isNumber ? " " : ", "}${text}`;
  }
  return address || null;
}

function saidAlready(address: string, part: string): boolean {
  return (
    `, ${address.toLowerCase()},`.includes(`, ${part.toLowerCase()},`) ||
    (part.length > 4 && address.toLowerCase().includes(part.toLowerCase()))
  );
}
