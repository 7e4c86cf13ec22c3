/** A confirmation number as it is stored and compared: letters and digits only, upper case. Zeros all count. */
export function confirmationKey(written: string): string {
  return written
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
