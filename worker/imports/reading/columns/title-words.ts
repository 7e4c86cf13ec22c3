import { PHRASES } from "./title-phrases.ts";
import { WORDS } from "./title-vocabulary.ts";

/** What a title says: the concepts of the vocabulary and, in `other`, how many of its words mean nothing to us. */
export type TitleWords = { said: ReadonlySet<string>; other: number };

const known = new Map<string, TitleWords>();

/**
 * The concepts of a column's title, in any of the usual ways of writing it: "P/U Date", "pickupDate", "Member's Phone #".
 */
export function titleWords(title: string): TitleWords {
  const before = known.get(title);
  if (before) return before;
  if (known.size > 5000) known.clear();
  const written = plainTitle(title).split(" ").filter(Boolean);
  // In a whole sentence, "to" and "from" do not name a side.
  const words = written.length > 3 ? written.filter((word, i) => i === 0 || !PREPOSITIONS.includes(word)) : written;
  const concepts = words.map((word) => conceptsOf(word));
  const read: TitleWords = {
    said: new Set(concepts.flatMap((one) => one ?? [])),
    other: concepts.filter((one) => one === null).length,
  };
  known.set(title, read);
  return read;
}

/** The title as words: without accents, case, possessives or hints in brackets; camelCase and snake_case are split. */
function plainTitle(title: string): string {
  const plain = title
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s\b/gi, "")
    .replace(/\b[dl]['’](?=\p{L})/giu, " ")
    .replace(/\(s\)|\*/g, "")
    .replace(/#|№|\bN\s?[°º]|\bno\.(?=\s|$)/gi, " number ")
    .replace(/(\p{L}{2})(\d+)(?=\b|_)/gu, "$1 $2")
    .replace(/\b(P|D)\s?\/\s?(?:U|O)\b/gi, (_, side: string) => (side.toUpperCase() === "P" ? " pickup " : " dropoff "))
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\[([^\]]*)\]|\(([^)]*)\)/g, (_, square?: string, round?: string) => hint(square ?? round ?? ""))
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return PHRASES.reduce(
    (text, [phrase, concept]) => text.replace(phrase, ` ${concept} `).replace(/ {2,}/g, " "),
    ` ${plain.trim()} `,
  );
}

/** "(mobile)" belongs to the title; "(Street, City, and State Required)" is an instruction. */
function hint(inside: string): string {
  const words = inside.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.length > 1 || INSTRUCTIONS.has(words[0] ?? "") ? " " : ` ${inside} `;
}

const INSTRUCTIONS = new Set(
  "required optional mandatory obligatorio opcional pflichtfeld optionnel obligatoire".split(" "),
);

/** Words that say nothing about what the column holds. */
const JOINING = new Set(
  "for the and your our und fur pour para por les des del los las der den attributes attribute data fields properties".split(
    " ",
  ),
);

const PREPOSITIONS = ["from", "to", "de", "desde", "hasta", "von", "nach", "do"];

function conceptsOf(word: string): readonly string[] | null {
  const direct = WORDS.get(word);
  if (direct) return direct;
  if (JOINING.has(word)) return [];
  if (/^\d/.test(word) || word.length < 3) return word.length < 3 || /^\d+$/.test(word) ? [] : null;
  const singular = /(?:es|s|e|en|n)$/.test(word) ? WORDS.get(word.replace(/(?:es|s|en|e|n)$/, "")) : undefined;
  return singular ?? compound(word);
}

/** Of the two-letter words, only these end a compound: "flightno" is one, "stato" is not. */
const SHORT_ENDS = new Set(["no", "nr", "id", "nb", "tm", "dt", "ph"]);

/** "Flugnummer", "pickupaddress": two known words, perhaps with a German joint between them. */
function compound(word: string): readonly string[] | null {
  for (let at = word.length - 2; at >= 2; at--) {
    const last = WORDS.get(word.slice(at));
    if (!last || (word.length - at === 2 && !SHORT_ENDS.has(word.slice(at)))) continue;
    const start = word.slice(0, at);
    const first = WORDS.get(start) ?? WORDS.get(start.replace(/(?:s|n|es|en)$/, ""));
    if (first && start.length >= 2) return [...first, ...last];
  }
  return null;
}
