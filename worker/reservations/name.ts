const LETTERS: Record<string, string> = { đ: "d", ð: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "sr", "sra", "señor", "señora"]);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "esq", "md", "phd"]);

/** A person's name as it is compared: no case, accents or punctuation, single spaces. "Siobhán O'Neill" → "siobhan oneill". */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[đðøłßæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Whether `given` names the person by the last name: "Cruz" or "de la Cruz" for "Ana de la Cruz", "Garcia Lopez" or
 * "Lopez" for "Maria Garcia-Lopez", also with a title, a first name or as "Last, First". A first name alone proves nothing.
 */
export function isLastName(given: string, fullName: string): boolean {
  const name = wordsOf(fullName);
  const said = wordsOf(given);
  if (said.length === 0 || name.length === 0) return false;
  const whole = said.join("");
  // Any run of last words, spaces aside, so that "O Neill" is "ONeill"; the whole name is such a run too.
  for (let from = name.length > 1 ? 1 : 0; from < name.length; from++) {
    if (name.slice(from).join("") === whole) return true;
  }
  const lastOfBoth = said.at(-1) === name.at(-1) || said.slice(-2).join("") === name.at(-1);
  return said.length > 1 && said[0] === name[0] && lastOfBoth;
}

/** The words in spoken order, without title and suffix. */
function wordsOf(name: string): string[] {
  const [beforeComma = "", afterComma = ""] = name.split(",", 2);
  const isSuffix = SUFFIXES.has(nameKey(afterComma));
  const inOrder = afterComma.trim() === "" || isSuffix ? beforeComma : `${afterComma} ${beforeComma}`;
  const words = nameKey(inOrder).split(" ").filter(Boolean);
  while (words.length > 1 && TITLES.has(words[0] ?? "")) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/**
 * The name to address somebody by, for the agent to say: letters alone, so that what stands in a list cannot instruct
 * it. "Lund, Ana Maria" → "Ana"; "" when there is none.
 */
export function firstName(fullName: string): string {
  const [beforeComma = "", afterComma = ""] = fullName.split(",", 2);
  const given = afterComma.trim() === "" ? beforeComma : afterComma;
  const words = given.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const title = /^(?:mr|mrs|ms|miss|dr|prof|mx|sr|sra)$/i;
  return (words.find((word) => !title.test(word)) ?? "").slice(0, 40);
}
