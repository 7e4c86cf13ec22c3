/** Stands between groups of characters that were said apart. */
export const GROUP = "|";

/**
 * What a number may be after a correction. A correction that is as long as the number, or longer, replaces it. A
 * shorter one replaces as many characters at its end: "331, no, 4 2" → 342.
 * @param anew whether the caller said that all of it starts again ("scratch that")
 */
export function corrected(before: string, after: string, anew: boolean): string[] {
  const was = before.replaceAll(GROUP, "");
  const is = after.replaceAll(GROUP, "");
  if (anew || was === "") return [after];
  const found = is.length >= was.length ? [after] : [];
  const [firstGroup = ""] = after.split(GROUP);
  // "RES 2025, no, 2026 1205": the first group replaces the last one, and the rest follows.
  const lastDigits = /\d*$/.exec(was)?.[0] ?? "";
  if (/^\d/.test(is) && lastDigits !== was && lastDigits !== "" && is.length >= lastDigits.length)
    found.push(was.slice(0, was.length - lastDigits.length) + is);
  if (firstGroup.length < was.length) found.push(was.slice(0, was.length - firstGroup.length) + is);
  if (is.length < was.length) found.push(was.slice(0, was.length - is.length) + is);
  return [...new Set(found)];
}
