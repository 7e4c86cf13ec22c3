/** Where our own pages come from: the public address, and the host that this very request reached. */
export function trustedOrigins(requestUrl: string, publicUrl: string): string[] {
  return [new URL(publicUrl).origin, new URL(requestUrl).origin];
}
