/** What a recording sounds like in a test. */
const SOUND = "RIFF of a call";

/**
 * Stands in for Retell's storage of recordings. An address with `expired` gets 403, like a signed address after a day;
 * one with `moved` leads elsewhere.
 * Supports ranges of the form `bytes=a-b`.
 */
export function recordingStore(): (request: {
  url: string;
  headers: { get(name: string): string | null };
}) => Promise<Response> {
  return async ({ url, headers }) => {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/moved")) return Response.redirect("https://recordings.test/one.wav", 302);
    if (pathname.startsWith("/expired")) return new Response("<Error>Request has expired</Error>", { status: 403 });
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.get("range") ?? "") ?? [];
    const type = { "content-type": "audio/wav", "accept-ranges": "bytes" };
    if (from === undefined || to === undefined) return new Response(SOUND, { headers: type });
    const part = SOUND.slice(Number(from), Number(to) + 1);
    const range = { "content-range": `bytes ${from}-${to}/${SOUND.length}` };
    return new Response(part, { status: 206, headers: { ...type, ...range } });
  };
}
