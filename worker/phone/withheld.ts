const KEYS = "22233344455566677778889999"; // ITU-T E.161: the key of each letter from a to z
const A = 97;

/**
 * Caller ids of callers who withhold their number, from carriers that may only send digits: these words on a keypad.
 */
const SPELLED = new Set(
  ["anonymous", "anon", "restricted", "blocked", "unknown", "unavailable", "private"].map(onKeypad),
);

const WITHHELD = words(
  "anonymous anon anonym anonymes anonyme anonimo anónimo restricted private privat privado privada privé unknown unbekannt",
  "desconocido desconocida inconnu inconnue unavailable blocked withheld hidden suppressed unterdrückt oculto oculta masqué none",
);
const AROUND_IT = words(
  "no not not the a caller call callers calling id callerid cid clid number num name phone invalid available provided given",
  "nummer anrufer rufnummer número numero numéro appel appelant kein keine sin",
);

/**
 * Whether a caller id, or a list's telephone cell, says that the number is not known: by a word ("Restricted", "No
 * Caller ID"), a word on a keypad (+266696687 spells ANONYMOUS; some carriers put a 1 before it), zeros or another
 * digit ten times over, or nothing.
 */
export function isWithheld(text: string): boolean {
  const bare = text.trim().toLowerCase();
  if (/^\+?\d+$/.test(bare)) {
    const digits = bare.replace("+", "");
    return (
      SPELLED.has(digits) ||
      (digits.startsWith("1") && SPELLED.has(digits.slice(1))) ||
      /^1?0{4,}$|^1?(\d)\1{9}$/.test(digits)
    );
  }
  if (/\d/.test(bare)) return /^1?(\d)\1{9}$/.test(bare.replace(/[\s().+-]/g, ""));
  const said = bare.match(/\p{L}+/gu) ?? [];
  if (said.length === 0) return true; // "", "-", "<>", "****"
  const meant = said.filter((word) => !AROUND_IT.has(word));
  return meant.every((word) => WITHHELD.has(word)) && (meant.length > 0 || said.length > 1 || said[0] === "no");
}

function onKeypad(word: string): string {
  return word.replace(/[a-z]/g, (letter) => KEYS[letter.charCodeAt(0) - A] ?? "");
}

function words(...lines: string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
