const DIGITS: Record<string, string> = Object.fromEntries(
  [
    ["zero", "oh", "cero"],
    ["one", "uno"],
    ["two", "dos"],
    ["three", "tres"],
    ["four", "cuatro"],
    ["five", "cinco"],
    ["six", "seis"],
    ["seven", "siete"],
    ["eight", "ocho"],
    ["nine", "nueve"],
    ["ten", "diez"],
    ["eleven", "once"],
    ["twelve", "doce"],
    ["thirteen", "trece"],
    ["fourteen", "catorce"],
    ["fifteen", "quince"],
    ["sixteen", "dieciséis", "dieciseis"],
    ["seventeen", "diecisiete"],
    ["eighteen", "dieciocho"],
    ["nineteen", "diecinueve"],
  ].flatMap((words, number) => words.map((word) => [word, String(number)])),
);
const TENS: Record<string, number> = Object.fromEntries(
  [
    ["twenty", "veinte"],
    ["thirty", "treinta"],
    ["forty", "cuarenta"],
    ["fifty", "cincuenta"],
    ["sixty", "sesenta"],
    ["seventy", "setenta"],
    ["eighty", "ochenta"],
    ["ninety", "noventa"],
  ].flatMap((words, index) => words.map((word) => [word, (index + 2) * 10])),
);
const REPEATS: Record<string, number> = { double: 2, triple: 3, doble: 2 };
const SILENT = new Set(
  "dash hyphen minus space slash guion guión number confirmation reservation is the my it's y plus más".split(" "),
);

/**
 * What was said as the characters it stands for: "R E S, two zero dash double one twelve" → "res201112". Words that
 * name a separator or lead in to the number are left out; anything else stays as it is.
 */
export function spokenCharacters(said: string): string {
  const words = said
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word && !SILENT.has(word));
  let characters = "";
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const next = words[at + 1] ?? "";
    const times = REPEATS[word];
    if (times && next) {
      characters += (DIGITS[next] ?? next).repeat(times);
      at++;
      continue;
    }
    const ten = TENS[word];
    const unit = DIGITS[next];
    if (ten !== undefined) {
      const joins = unit !== undefined && unit.length === 1 && unit !== "0";
      characters += String(ten + (joins ? Number(unit) : 0));
      if (joins) at++;
      continue;
    }
    characters += DIGITS[word] ?? word;
  }
  return characters;
}
