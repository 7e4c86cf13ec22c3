/** The person who chooses a password; null where something is not known. */
export type Chooser = { email: string; name: string | null; company: string | null };

const FEWEST_LEFT = 8; // the fewest characters that a password may have
const TELLING = 5; // letters; a shorter name is often part of an ordinary word
const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
const FEWEST_IN_RUN = 4;

/**
 * Why a password is easy to guess for somebody who knows its owner (OWASP ASVS 5, 6.2.11); null if it is not. A word
 * that names the owner is refused. Words of a name, characters in a row and repeated characters do not count: eight
 * others must remain.
 */
export function easyBecause(password: string, chooser: Chooser): { code: string; message: string } | null {
  const typed = password.normalize("NFKC").toLowerCase();
  const phrases = phrasesOf(chooser);
  const telling = phrases.map(squeezed).find((name) => name.length >= TELLING && squeezed(typed).includes(name));
  if (telling !== undefined) {
    const message = `“${telling}” is easy to guess, because it names you, your company or this product. Leave it out.`;
    return { code: "PASSWORD_NAMES_YOU", message };
  }
  const varied = withoutRuns(typed.replace(/(.)\1{3,}/gu, ""));
  const left = wordsOf(phrases).reduce((text, word) => text.replaceAll(word, ""), squeezed(varied));
  const counted = left.length === squeezed(typed).length && varied === typed;
  if (new Set(typed).size > 3 && (counted || left.length >= FEWEST_LEFT)) return null;
  return {
    code: "PASSWORD_TOO_SIMPLE",
    message:
      "This password is easy to guess: names, repeated characters and ones in a row such as 1234 do not count. Choose another one.",
  };
}

/** The product, the company, the owner, and the parts of the e-mail address. */
function phrasesOf({ email, name, company }: Chooser): string[] {
  const [mailbox = "", host = ""] = email.toLowerCase().split("@");
  const domain = host.split(".").slice(0, -1); // without "com"
  return ["nightdesk", company ?? "", name ?? "", mailbox, ...domain].map((text) => text.toLowerCase());
}

/** These and their words, the longest first. */
function wordsOf(phrases: string[]): string[] {
  const words = phrases.flatMap((phrase) => [squeezed(phrase), ...phrase.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter(({ length }) => length >= 3).sort((a, b) => b.length - a.length);
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

function withoutRuns(text: string): string {
  let kept = "";
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    while (end < text.length && RUNS.some((run) => run.includes(text.slice(at, end + 1)))) end += 1;
    if (end - at < FEWEST_IN_RUN) kept += text.slice(at, at + 1);
    at += end - at < FEWEST_IN_RUN ? 1 : end - at;
  }
  return kept;
}
