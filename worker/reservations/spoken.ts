const DIGITS: Record<string, string> = {
  zero: "0", oh: "0", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9",
  cero: "0", uno: "1", dos: "2", tres: "3", cuatro: "4", cinco: "5", seis: "6", siete: "7", ocho: "8", nueve: "9",
}; // biome-ignore format: one line a language reads best
const REPEATS: Record<string, number> = { double: 2, triple: 3 };
const SILENT = new Set([
  "dash", "hyphen", "minus", "space", "guion", "guión", "slash", "number", "confirmation", "reservation", "is", "the", "my",
]); // biome-ignore format: a list of words

/**
 * What was said as the characters it stands for: "R E S, two zero dash double one" → "RES 20 11". Words that name a
 * separator or lead in to the number are left out; anything else stays as it is.
 */
export function spokenCharacters(said: string): string {
  const words = said
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let repeat = 1;
  let characters = "";
  for (const word of words) {
    if (SILENT.has(word)) continue;
    const times = REPEATS[word];
    if (times) {
      repeat = times;
      continue;
    }
    characters += (DIGITS[word] ?? word).repeat(repeat);
    repeat = 1;
  }
  return characters;
}
