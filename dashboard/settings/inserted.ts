/** A text with a piece in place of what is selected, with spaces where it would touch a word. */
export function inserted(text: string, { start, end }: { start: number; end: number }, piece: string): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return `${before}${/[\p{L}\p{N}.,!?]$/u.test(before) ? " " : ""}${piece}${/^[\p{L}\p{N}]/u.test(after) ? " " : ""}${after}`;
}
