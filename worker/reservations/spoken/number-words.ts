/**
 * A word that stands for a number. `ten`: 20 to 90, to which a unit may be added; `pair`: a word for 10 to 99 to which
 * nothing is added; `hundreds`: one word for 100 to 900; `hundred` and `thousand` multiply the words before them.
 */
export type NumberWord = {
  value: number;
  kind: "zero" | "unit" | "pair" | "ten" | "hundreds" | "hundred" | "thousand";
};

/** Number words of English, Spanish and German, without accents. */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...listed("zero", 0, "zero nought naught aught nil zip cero null"),
  ...counted("unit", 1, [
    "one won uno ein eins eine",
    "two dos zwei zwo",
    "three tree tres drei",
    "four fore cuatro vier",
    "five fife cinco funf fuenf",
    "six seis sechs",
    "seven siete sieben",
    "eight ate ocho acht",
    "nine niner nueve neun",
  ]),
  ...counted("pair", 10, [
    "ten diez zehn",
    "eleven once elf",
    "twelve doce zwolf",
    "thirteen trece dreizehn",
    "fourteen catorce vierzehn",
    "fifteen quince funfzehn",
    "sixteen dieciseis sechzehn",
    "seventeen diecisiete siebzehn",
    "eighteen dieciocho achtzehn",
    "nineteen diecinueve neunzehn",
  ]),
  ...counted("pair", 21, [
    "veintiuno veintiun",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
  ]),
  ...stepped("ten", 20, 10, [
    "twenty veinte zwanzig",
    "thirty treinta dreissig",
    "forty fourty cuarenta vierzig",
    "fifty cincuenta funfzig",
    "sixty sesenta sechzig",
    "seventy setenta siebzig",
    "eighty ochenta achtzig",
    "ninety noventa neunzig",
  ]),
  ...germanPairs(),
  ...stepped("hundreds", 100, 100, [
    "cien ciento einhundert",
    "doscientos doscientas zweihundert",
    "trescientos trescientas dreihundert",
    "cuatrocientos cuatrocientas vierhundert",
    "quinientos quinientas funfhundert",
    "seiscientos seiscientas sechshundert",
    "setecientos setecientas siebenhundert",
    "ochocientos ochocientas achthundert",
    "novecientos novecientas neunhundert",
  ]),
  ...listed("hundred", 100, "hundred hundert"),
  ...listed("thousand", 1000, "thousand mil tausend"),
]);

/** "two zeros", "three sevens": the digit that is counted. */
export const PLURALS: ReadonlyMap<string, string> = new Map(
  [
    "zeros zeroes ohs os ceros",
    "ones unos",
    "twos doses",
    "threes treses",
    "fours cuatros",
    "fives cincos",
    "sixes seises",
    "sevens sietes",
    "eights ochos",
    "nines nueves",
  ].flatMap((words, digit) => words.split(" ").map((word) => [word, String(digit)] as const)),
);

/** "double", "triple": how often the one digit or letter after it stands. */
export const REPEATS: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["doble", 2],
  ["doppel", 2],
  ["triple", 3],
  ["treble", 3],
  ["quadruple", 4],
]);

type Entry = [string, NumberWord];

function listed(kind: NumberWord["kind"], value: number, words: string): Entry[] {
  return words.split(" ").map((word) => [word, { kind, value }]);
}

function stepped(kind: NumberWord["kind"], first: number, step: number, rows: string[]): Entry[] {
  return rows.flatMap((words, index) => listed(kind, first + index * step, words));
}

function counted(kind: NumberWord["kind"], first: number, rows: string[]): Entry[] {
  return stepped(kind, first, 1, rows);
}

/** "einundzwanzig" to "neunundneunzig". */
function germanPairs(): Entry[] {
  const units = "ein zwei drei vier funf sechs sieben acht neun".split(" ");
  const tens = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");
  return tens.flatMap((ten, t) =>
    units.map((unit, u): Entry => [`${unit}und${ten}`, { kind: "pair", value: (t + 2) * 10 + u + 1 }]),
  );
}
