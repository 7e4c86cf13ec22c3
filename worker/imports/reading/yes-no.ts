const YES = new Set("yes y true t 1 x ✓ ✔ ☑ ja j wahr si sí s verdadero oui o vrai checked on".split(" "));
const NO = new Set("no n false f 0 ☐ nein falsch falso non faux unchecked off".split(" "));

/** A ticked box as it is exported; null where the text is neither yes nor no. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
