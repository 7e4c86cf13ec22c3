/**
 * Makes a cell safe for an export that a spreadsheet opens: text that it would run as a formula gets an apostrophe in
 * front, which the import removes again.
 */
export function neutraliseFormula(text: string): string {
  return /^'*[=+\-@＝＋－＠\t\r\n\0]/.test(text) ? `'${text}` : text;
}

/** The reverse: the text as it was before it was made safe, and Excel's ="00123" as its text. */
export function restoreText(text: string): string {
  if (/^'+[=+\-@＝＋－＠\t\r\n\0]/.test(text)) return text.slice(1);
  return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
}
