/**
 * The titles of a header row, each made unique: the second "Airport Name" becomes "Airport Name (2)", and a blank title
 * says its position ("Column 5"). A title that the file itself contains always stays with its column.
 */
export function nameColumns(titles: string[]): string[] {
  const written = titles.map((title, i) => title.replace(/[\s\p{C}]+/gu, " ").trim() || `Column ${i + 1}`);
  const taken = new Set(written);
  const seen = new Set<string>();
  return written.map((title) => {
    if (!seen.has(title)) {
      seen.add(title);
      return title;
    }
    let n = 2;
    while (taken.has(`${title} (${n})`)) n++;
    const name = `${title} (${n})`;
    taken.add(name);
    return name;
  });
}
