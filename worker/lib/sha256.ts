/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 hex digits. */
export async function sha256(of: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", typeof of === "string" ? new TextEncoder().encode(of) : of);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
