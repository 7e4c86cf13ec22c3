import { Hono } from "hono";
import type { Services } from "../services.ts";
import { recordedSound } from "./recorded-sound.ts";
import { isOpen } from "./recording-url.ts";

/** Retell's recordings: anyone with the address may listen until it expires, to all or a part (`range`). */
export function recordingRoutes({ store, apiKey }: Services): Hono {
  return new Hono().get("/recordings/:name{.+\\.wav}", (c) => {
    const call_id = c.req.param("name").slice(0, -".wav".length);
    const call = store.state.calls.find((one) => one.call_id === call_id && one.recording_url !== undefined);
    if (call === undefined || !isOpen(call, c.req.query(), apiKey)) return c.text("Access denied or expired.", 403);
    const sound = recordedSound(call);
    c.header("content-type", "audio/wav");
    c.header("accept-ranges", "bytes");
    const range = c.req.header("range");
    if (range === undefined) return c.body(sound);
    const part = partOf(range, sound.length);
    if (part === null) return c.body(null, 416, { "content-range": `bytes */${sound.length}` });
    c.header("content-range", `bytes ${part.from}-${part.to}/${sound.length}`);
    return c.body(sound.slice(part.from, part.to + 1), 206);
  });
}

/** `bytes=0-99`, `bytes=100-` or `bytes=-100`; null if the range is empty. */
function partOf(range: string, length: number): { from: number; to: number } | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === "")
    return last === "" || length === 0 ? null : { from: Math.max(0, length - Number(last)), to: length - 1 };
  const [from, to] = [Number(first), Math.min(last === "" ? length : Number(last), length - 1)];
  return from <= to ? { from, to } : null;
}
