// Not allowed in names: control characters, characters that change the direction of writing or have no width, and half
// characters. With them a name can look like another one on a page or in a mail. Joiners stay, because Persian, Hindi
// and emoji need them.
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

export const HAS_HIDDEN = "This contains invisible characters. Delete it and type it again.";

/** Whether all of a text can be seen. */
export function isVisible(text: string): boolean {
  return !HIDDEN.test(text);
}

/** The same for a text that may have lines. */
export function areVisible(lines: string): boolean {
  return isVisible(lines.replace(/[\t\r\n]/g, ""));
}

/** For a name that a program gave, such as a file's: without what cannot be seen. */
export function madeVisible(text: string): string {
  return text.replace(new RegExp(HIDDEN, "gu"), "");
}
