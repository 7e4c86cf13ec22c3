/** "AM" or "PM" in a cell of its own, beside the time that it belongs to. */
export function isHalfOfDay(text: string): boolean {
  return /^[ap]\.?\s?m?\.?$/i.test(text.trim());
}

/** The cells of a time with "PM" joined to the time before it. */
export function withHalfOfDay(texts: string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const before = joined.at(-1);
    if (before && isHalfOfDay(text))
      joined[joined.length - 1] = /[ap]\.?\s?m?\.?$/i.test(before) ? before : `${before} ${text}`;
    else if (!isHalfOfDay(text)) joined.push(text);
  }
  return joined;
}
