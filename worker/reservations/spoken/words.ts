/** One word of what was said, in lower case without accents; `pause`: a comma, a full stop or a dash came before it. */
export type Word = { text: string; pause: boolean };

/**
 * The words of what was said, whatever punctuation the speech recognition put between them. "R.E.S., 2026" → r e s 2026
 */
export function wordsOf(said: string): Word[] {
  const plain = said
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/['’ʼ`]/g, "")
    .replace(/\be?x[\s-]ray\b/g, "xray");
  const words: Word[] = [];
  let between = "";
  for (const [part = ""] of plain.matchAll(/[\p{L}\p{N}+]+|[^\p{L}\p{N}+]+/gu)) {
    if (!/[\p{L}\p{N}+]/u.test(part)) between = part;
    else words.push({ text: part, pause: words.length > 0 && PAUSE.test(between) });
  }
  return words;
}

// "10,217" and "twenty-six" contain no pause; "twenty, six" and "twenty ... six" do.
const PAUSE = /[,;:.!?…—–]\s|\.{2,}|…|\s[—–-]+\s/;

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrases in a list like "area code|phone". */
export function phrasesOf(list: string): Phrases {
  const phrases = list.split("|").map((phrase) => phrase.split(" "));
  return Map.groupBy(
    phrases.sort((a, b) => b.length - a.length),
    ([first = ""]) => first,
  );
}

/** How many words a phrase from that list takes at this place; 0 if there is none. */
export function phraseAt(words: Word[], at: number, phrases: Phrases): number {
  const candidates = phrases.get(words[at]?.text ?? "");
  const found = candidates?.find((phrase) => phrase.every((word, ahead) => words[at + ahead]?.text === word));
  return found?.length ?? 0;
}
