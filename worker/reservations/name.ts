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
