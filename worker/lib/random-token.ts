const BYTES = 32; // 256 random bits cannot be guessed

/** A secret for an address or a key: base64url, 43 characters. */
export function randomToken(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(BYTES))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
