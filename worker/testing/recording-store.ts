/** What a recording sounds like in a test. */
const SOUND = "RIFF of a call";

/**
 * Stands in for where Retell keeps recordings, and for its `GET /v2/get-call`. `expired` in an address is answered 403
 * as a signed address is after its day; a call asked for by its id has a fresh one. Knows ranges of the form `bytes=a-b`.
 */
export function recordingStore(): (request: {
  url: string;
  headers: { get(name: string): string | null };
}) => Promise<Response> {
  return async ({ url, headers }) => {
    const { pathname } = new URL(url);
    const call_id = /^\/v2\/get-call\/(.+)$/.exec(pathname)?.[1];
    if (call_id?.includes("forgotten")) return Response.json({ message: "not found" }, { status: 422 });
    if (call_id) return Response.json({ call_id, recording_url: `https://recordings.test/fresh/${call_id}.wav` });
    if (pathname.startsWith("/expired")) return new Response("<Error>Request has expired</Error>", { status: 403 });
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.get("range") ?? "") ?? [];
    const type = { "content-type": "audio/wav", "accept-ranges": "bytes" };
    if (from === undefined || to === undefined) return new Response(SOUND, { headers: type });
    const part = SOUND.slice(Number(from), Number(to) + 1);
    const range = { "content-range": `bytes ${from}-${to}/${SOUND.length}` };
    return new Response(part, { status: 206, headers: { ...type, ...range } });
  };
}
