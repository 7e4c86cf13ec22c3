const DIGIT_WORDS: Record<string, string> = {
  zero: "0",
  oh: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
};
const TELEPHONE_DIGITS = { min: 10, max: 15 };
const WRITTEN_TELEPHONE = /(?<![\d-])(?:\+\d[\d .()-]{8,18}\d|(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4})(?![\d-])/;
const SPOKEN_DIGITS = new RegExp(
  `\\b(?:(?:${Object.keys(DIGIT_WORDS).join("|")})\\b[ ,.-]*){${TELEPHONE_DIGITS.min},}`,
  "i",
);

// "RES-20261205-0001", "RES 20261205", or spelled "R E S 20261205 dash 1"; a flight such as AA 1207 is none.
const CODE =
  /(?<!flight (?:number )?)\b(?:[A-Za-z]{2,5}-\d[\w-]*|[A-Z]{2,5} ?\d{3,}[\w-]*|(?:[A-Z][ .,-]+){2,5}\d[\d ]*(?:(?:dash|-) ?\d+)*)\b/;

/** The telephone number in a caller's line as digits, written or spoken; null when there is none. */
export function findTelephone(line: string): string | null {
  const said = WRITTEN_TELEPHONE.exec(line)?.[0] ?? SPOKEN_DIGITS.exec(line)?.[0];
  if (said === undefined) return null;
  const digits = said
    .toLowerCase()
    .replace(/[a-z]+/g, (word) => DIGIT_WORDS[word] ?? "")
    .replace(/\D/g, "");
  return digits.length >= TELEPHONE_DIGITS.min && digits.length <= TELEPHONE_DIGITS.max ? digits : null;
}

/** The confirmation number in a line, exactly as the caller said it ("R E S, 20261205 dash 0001"); null when there is none. */
export function findConfirmation(line: string, telephone: string | null): string | null {
  const announced =
    /\b(?:confirmation|reservation|booking|reference)(?: number| code)?(?:\s+(?:is|it'?s))?[:,]?\s+(.+)/i.exec(
      line,
    )?.[1];
  const said = announced === undefined ? undefined : untilSentenceEnds(announced);
  if (said !== undefined && telephone === null && looksLikeCode(said)) return said;
  const code = CODE.exec(line)?.[0];
  if (code !== undefined) return code.trim();
  if (telephone !== null || /\bflight\b/i.test(line)) return null;
  return /(?<![\w:])\d{4,}(?:-\d+)*(?![\w:])/.exec(line)?.[0] ?? null;
}

function untilSentenceEnds(text: string): string {
  return text
    .replace(/[.?!](?:\s.*)?$/, "")
    .replace(/,? (?:and|please|for|under|can|could)\b.*$/i, "")
    .trim();
}

function looksLikeCode(text: string): boolean {
  const digits = text
    .split(/[\s,-]+/)
    .filter((word) => /\d/.test(word) || DIGIT_WORDS[word.toLowerCase()] !== undefined);
  return digits.length > 0 && text.split(/\s+/).length <= 24 && !/\b(at|o'?clock|am|pm|time)\b/i.test(text);
}
