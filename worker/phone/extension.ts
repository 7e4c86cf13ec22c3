const WORD =
  /(?:ext(?:ension|n)?|extensi[oó]n|xt?|anexo|interno|int|ramal|poste|durchwahl|dw|nst|nebenstelle)(?![\p{L}])/u.source;

/** An extension at the end of a number: "x4", "ext. 12", "#7", "Durchwahl 12", or the pauses of a dialler. */
const EXTENSION = new RegExp(
  `^(.*\\d\\)?)(?:[\\s,;.–-]*\\(?(?:${WORD}|#)[\\s.:#=]*|,{2,})(\\d{1,7})\\)?#?\\s*$`,
  "isu",
);

/** A number and its extension; null where it has none. */
export function splitExtension(text: string): { number: string; extension: string | null } {
  const [, number, extension] = EXTENSION.exec(text) ?? [];
  return number !== undefined && extension !== undefined ? { number, extension } : { number: text, extension: null };
}

/** As a pattern for the middle of a text. */
export const EXTENSION_PATTERN = `(?:[ \\t,;.–-]*\\(?(?:${WORD}|#)[ \\t.:#=]*\\d{1,7}(?!\\d)\\)?|,{2,}\\d{1,7})`;
