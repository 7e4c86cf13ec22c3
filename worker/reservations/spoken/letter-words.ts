/** Words that only ever name a letter: "em", "aitch", "jota". */
const LETTER_NAMES: ReadonlyMap<string, string> = mapOf({
  a: "ay",
  b: "bee",
  c: "cee ce",
  d: "dee",
  e: "ee",
  f: "ef eff efe",
  g: "gee ge",
  h: "aitch haitch ache hache",
  i: "eye aye",
  j: "jay jota jot",
  k: "kay ka",
  l: "ell ele",
  m: "em eme",
  n: "ene",
  p: "pee pea pe",
  q: "cue queue cu kew",
  r: "ar erre ere",
  s: "ess ese",
  t: "tee",
  u: "yu",
  v: "vee uve ve vau",
  x: "ex equis ix",
  y: "wye ye ypsilon",
  z: "zee zed zeta ceta zett",
});

/** Words that name a letter or a digit beside other characters, and are ordinary words elsewhere. */
export const AMBIGUOUS_WORDS: ReadonlyMap<string, string> = new Map([
  ...mapOf({
    a: "a",
    b: "be",
    c: "see sea",
    d: "de",
    i: "i",
    l: "el",
    n: "en",
    r: "are",
    s: "es",
    t: "tea te",
    u: "you",
    y: "y why",
  }),
  ["to", "2"],
  ["too", "2"],
  ["for", "4"],
]);

/** Words of spelling alphabets: the radio's, the American police's, German and Spanish ones, and common first names. */
export const SPELLING_WORDS: ReadonlyMap<string, string> = new Map(
  [
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec",
    "romeo sierra tango uniform victor whiskey whisky xray yankee zulu alfa",
    "adam baker boy charles david edward frank george henry ida john king lincoln mary nora nancy ocean paul peter queen",
    "robert roger sam sugar samuel tom thomas union william young zebra apple able boston cat dog easy edgar elephant fox",
    "harry item jack love mother nan orange oliver ralph susan uncle violet walter yellow igloo kite lion ivan",
    "anton berta casar dora emil friedrich gustav heinrich julius konrad kaufmann ludwig martha nordpol otto paula quelle",
    "richard siegfried theodor ulrich viktor wilhelm xanthippe xaver zacharias zeppelin",
    "antonio barcelona burgos carmen dinamarca dolores enrique espana francia gerona granada historia ines italia jose jaen",
    "lorenzo madrid navarra oviedo paris querido ramon roma sevilla sabado toledo ulises uruguay valencia washington",
    "yegua zaragoza burro casa dedo elefante foca gato",
  ]
    .join(" ")
    .split(" ")
    .map((word) => [word, word.charAt(0)] as const),
);

/** Letters whose names are two words: "double u", "i griega", "ve corta". */
export const LETTER_PAIRS: ReadonlyMap<string, string> = new Map([
  ...["double u", "double you", "double yu", "doble u", "doble ve", "doble uve", "uve doble", "ve doble"].map(
    (pair) => [pair, "w"] as const,
  ),
  ["i griega", "y"],
  ["be grande", "b"],
  ["be larga", "b"],
  ["b grande", "b"],
  ["be alta", "b"],
  ["ve chica", "v"],
  ["ve corta", "v"],
  ["v chica", "v"],
  ["ve baja", "v"],
]);

/** The letter that a word is, or names beside other characters. A spoken "o" may be a zero, so it does not count. */
export function letterOf(word: string): string | undefined {
  if (/^[a-z]$/.test(word)) return word === "o" ? undefined : word;
  const sound = LETTER_NAMES.get(word) ?? AMBIGUOUS_WORDS.get(word);
  return sound && /[a-z]/.test(sound) ? sound : undefined;
}

function mapOf(rows: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(rows).flatMap(([letter, words]) => words.split(" ").map((word) => [word, letter])));
}
