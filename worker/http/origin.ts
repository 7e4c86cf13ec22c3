/** The origins of our own pages: the public address and the host of this request. */
export function trustedOrigins(requestUrl: string, publicUrl: string): string[] {
  return [new URL(publicUrl).origin, new URL(requestUrl).origin];
}
