const LETTERS: Record<string, string> = { đ: "d", ð: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

/**
 * A name as it is compared: lower case, no accents or punctuation, single spaces. "Siobhán O'Neill" → "siobhan oneill".
 */
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
 * The name by which the agent addresses somebody: only letters, so that text in a list cannot instruct the agent.
 * "Lund, Ana Maria" → "Ana"; "" if there is none.
 */
export function firstName(fullName: string): string {
  const [before = "", after = ""] = fullName.split(/[,/]/, 2);
  const given = after.trim() === "" ? before : after;
  const words = given.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const title = /^(?:mr|mrs|ms|miss|dr|prof|mx|sr|sra)$/i;
  return (words.find((word) => !title.test(word)) ?? "").slice(0, 40);
}
