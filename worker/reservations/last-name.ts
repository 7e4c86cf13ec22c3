import { nameParts, PARTICLES, saidWords } from "./name/name-parts.ts";
import { SURNAMES } from "./name/surnames.ts";

/**
 * Whether `given` names the person by a last name: "García", "García López" or "López" for "María García López", "Vega"
 * for "Ana Torres-Vega", "Cruz" or "Delacruz" for "Rosa de la Cruz", also with a title, the first name or as "Last,
 * First". First names prove nothing, and neither does a word that may be a second first name.
 */
export function isLastName(given: string, fullName: string): boolean {
  const { given: firstNames, rest, last } = nameParts(fullName);
  const said = saidWords(given);
  const surnames = said.filter((word) => !firstNames.includes(word));
  const whole = surnames.join("");
  if (last.has(whole)) return true;
  if (whole.length < 2 || surnames.every((word) => PARTICLES.has(word))) return false;
  const proving = new Set([...last, ...rest.filter((word) => SURNAMES.has(word)), ...[...last].flatMap(unglued)]);
  // The last words together, spaces aside, so that "O Neill" is "ONeill" and "Delacruz" is "de la Cruz".
  if (last.size > 0 && rest.some((_, from) => rest.slice(from).join("") === whole)) return true;
  // Or several of the words in any order, one of them a last name and all of them this person's.
  const words = surnames.filter((word) => !PARTICLES.has(word));
  return words.some((word) => proving.has(word)) && words.every((word) => proving.has(word) || rest.includes(word));
}

/** "Cruz" in "Delacruz". */
function unglued(word: string): string[] {
  return ["de", "del", "dela", "delas", "delos", "da", "dos"]
    .filter((particle) => word.startsWith(particle))
    .map((particle) => word.slice(particle.length))
    .filter((name) => SURNAMES.has(name));
}
