const MONTHS: [month: number, starts: string[]][] = [
  [1, ["jan", "ene"]],
  [2, ["feb", "fev", "fevr"]],
  [3, ["mar", "mrz", "maerz"]],
  [4, ["apr", "abr", "avr"]],
  [5, ["may", "mai"]],
  [6, ["jun", "juin"]],
  [7, ["jul", "juil"]],
  [8, ["aug", "ago", "aou"]],
  [9, ["sep", "set"]],
  [10, ["oct", "okt"]],
  [11, ["nov"]],
  [12, ["dec", "dez", "dic"]],
];

/** The month that an English, Spanish, German or French name or abbreviation means, or null. */
export function monthOf(name: string): number | null {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return MONTHS.find(([, starts]) => starts.some((start) => plain.startsWith(start)))?.[0] ?? null;
}
