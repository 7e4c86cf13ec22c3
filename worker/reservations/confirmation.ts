import { spokenCharacters } from "./spoken.ts";

/** A confirmation number as it is stored and compared: letters and digits only, upper case. Zeros all count. */
export function confirmationKey(written: string): string {
  return written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The keys that a caller's words may stand for: as typed ("res-20261123-0001", "R E S 2026…"), and as spoken ("R E S,
 * two zero … dash zero zero zero one"). Nothing is filled in: "dash 1" is not "-0001".
 */
export function confirmationKeys(said: string): string[] {
  const keys = new Set([confirmationKey(said), confirmationKey(spokenCharacters(said))]);
  keys.delete("");
  return [...keys];
}
