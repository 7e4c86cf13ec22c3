/** Text that says there is no value: "-", "N/A", "none", "TBD". If a time may be open, check that first. */
export function isPlaceholder(text: string): boolean {
  return isBlankMark(text) || (text.length <= LONGEST && NOT_YET.has(text));
}

/** Text that only marks a cell as empty, whatever the column: "-", "N/A", "none". */
export function isBlankMark(text: string): boolean {
  if (text === "") return true;
  if (text.length > LONGEST) return false;
  return BLANK.has(text) || MARKS.test(text);
}

const LONGEST = 20;
const MARKS = /^[-–—_.*?/\\]+$/;

const BLANK = words(
  "n/a|na|n.a.|n / a|#n/a|none|null|nil|undefined|kein|keine|keiner|keines|k.a.|k. a.|ka|sin datos|ninguno|ninguna|s/d|aucun|aucune",
);
const NOT_YET = words(
  "unknown|tba|tbd|tbc|t.b.a.|t.b.d.|not set|not given|not known|not available|not assigned|to be determined|to be advised|to be assigned|keine angabe|unbekannt|desconocido|desconocida|unassigned|sin asignar",
);

/**
 * The words in the three usual cases. Nearly every cell of a
 * list is checked, and lowering its case took most of the time.
 */
function words(text: string): ReadonlySet<string> {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const title = (word: string) => word.split(" ").map(capital).join(" ");
  return new Set(text.split("|").flatMap((word) => [word, word.toUpperCase(), capital(word), title(word)]));
}
