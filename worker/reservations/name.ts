/** A person's name as it is compared: no case, accents or punctuation, single spaces. "Siobhán O'Neill" → "siobhan oneill". */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’ʼ`.-]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether `given` is the last name of `fullName`; "Last, First" is understood, a whole name may be given. */
export function isLastName(given: string, fullName: string): boolean {
  const [beforeComma = "", afterComma] = fullName.split(",", 2);
  const surnameFirst = afterComma !== undefined && afterComma.trim() !== "";
  const name = nameKey(surnameFirst ? `${afterComma} ${beforeComma}` : fullName);
  const said = nameKey(given);
  if (said === "" || name === "") return false;
  if (said === name) return true;
  if (surnameFirst && said === nameKey(beforeComma)) return true;
  // Any run of last words but the whole: "de la Cruz", or "Cruz" alone. A first name alone proves nothing.
  return name.includes(" ") ? name.endsWith(` ${said}`) : name === said;
}

/**
 * The name to address somebody by, for the agent to say: letters alone, so that what stands in a list cannot instruct
 * it. "Lund, Ana Maria" → "Ana"; "" when there is none.
 */
export function firstName(fullName: string): string {
  const [beforeComma = "", afterComma = ""] = fullName.split(",", 2);
  const given = afterComma.trim() === "" ? beforeComma : afterComma;
  const words = given.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const title = /^(?:mr|mrs|ms|miss|dr|prof|mx|sr|sra)$/i;
  return (words.find((word) => !title.test(word)) ?? "").slice(0, 40);
}
