const DIGIT_WORDS: Record<string, string> = {
  zero: "0",
  oh: "0",
  o: "0",
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
const NUMBER_WORD =
  /^(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\w+cient[oa]s|quinient[oa]s|mil)$/i;
const WITH_NUMBERS = /^(?:double|triple|doble|dash|hyphen|guion|guión|and|y|to|for|um|uh|no|sorry|wait|please)$/i;
const TELEPHONE_DIGITS = { min: 10, max: 15 };
const WRITTEN_TELEPHONE = /(?<![\d-])(?:\+\d[\d .()-]{8,18}\d|(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4})(?![\d-])/;
const SPOKEN_DIGITS = new RegExp(
  `\\b(?:(?:${Object.keys(DIGIT_WORDS).join("|")})\\b[ ,.-]*){${TELEPHONE_DIGITS.min},}`,
  "i",
);

// "RES-20261205-0001", "RES 20261205", or spelled "R E S 20261205 dash 1"; a flight such as AA 1207 is not one.
const CODE =
  /(?<!flight (?:number )?)\b(?:[A-Za-z]{2,5}-\d[\w-]*|[A-Z]{2,5} ?\d{3,}[\w-]*|(?:[A-Z][ .,-]+){2,5}\d[\d ]*(?:(?:dash|-) ?\d+)*)\b/;

const ANNOUNCED =
  /\b(?:confirmation|reservation|booking|reference|confirmación|reserva|reservación)(?: number| code)?(?:\s+(?:is|it'?s|es))?[:,]?\s+(.+)/i;

/** The telephone number in a caller's line as digits, written or spoken; null when there is none. */
export function findTelephone(line: string): string | null {
  const said = WRITTEN_TELEPHONE.exec(line)?.[0] ?? SPOKEN_DIGITS.exec(line)?.[0];
  if (said === undefined) return spokenTelephone(line);
  const digits = said
    .toLowerCase()
    .replace(/[a-z]+/g, (word) => DIGIT_WORDS[word] ?? "")
    .replace(/\D/g, "");
  return digits.length >= TELEPHONE_DIGITS.min && digits.length <= TELEPHONE_DIGITS.max ? digits : null;
}

/** "My phone is six oh two, triple five, …": in the caller's words, for the tool to read. */
function spokenTelephone(line: string): string | null {
  const said = /\b(?:phone|telephone|cell|mobile|teléfono|celular)(?: number)?(?: is|'s| es)?[:,]? +(.+)/i.exec(
    line,
  )?.[1];
  const numbers = said?.split(/[\s,.-]+/).filter((word) => NUMBER_WORD.test(word)) ?? [];
  return said !== undefined && numbers.length >= 5 ? untilSentenceEnds(said) : null;
}

/**
 * The confirmation number in a line, exactly as the caller said it ("R E S, 20261205 dash 0001"); null when there is
 * none.
 */
export function findConfirmation(line: string, telephone: string | null): string | null {
  const announced = ANNOUNCED.exec(line)?.[1];
  const said = announced === undefined ? undefined : untilSentenceEnds(announced);
  if (said !== undefined && telephone === null && looksLikeCode(said)) return said;
  const code = CODE.exec(line)?.[0];
  if (code !== undefined) return code.trim();
  if (telephone !== null || /\bflight\b/i.test(line)) return null;
  if (isNothingElse(line)) return line.trim();
  return /(?<![\w:])\d{4,}(?:-\d+)*(?![\w:])/.exec(line)?.[0] ?? null;
}

function untilSentenceEnds(text: string): string {
  return text
    .replace(/(?<!\b\p{L})[.?!](?:\s.*)?$/u, "")
    .replace(/,? (?:please|under|can|could|for me)\b.*$/i, "")
    .trim();
}

function looksLikeCode(text: string): boolean {
  return isSaidNumber(text) && text.split(/\s+/).length <= 40 && !/\b(at|o'?clock|am|pm|time)\b/i.test(text);
}

function isSaidNumber(text: string): boolean {
  return text.split(/[\s,.-]+/).some((word) => /\d/.test(word) || NUMBER_WORD.test(word));
}

/** A line that is nothing but a number in words: "five o seven", "double 357", "uh, seven eighty-eight". */
function isNothingElse(line: string): boolean {
  const words = line.split(/[\s,.-]+/).filter((word) => word !== "");
  return (
    isSaidNumber(line) &&
    words.every((word) => /^[\p{L}\d]$|\d/u.test(word) || NUMBER_WORD.test(word) || WITH_NUMBERS.test(word))
  );
}
