import { AppError } from "../lib/errors.ts";
import { readBytes } from "./read-bytes.ts";

// ignoreBOM keeps a byte order mark, because the signature covers every byte.
const utf8 = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });

/** The body's text exactly as it was sent. Bodies over `limit` bytes are refused with 413 and not read further. */
export async function readRawBody(request: Request, limit: number): Promise<string> {
  if (!request.body) return "";
  const announced = request.headers.get("content-length");
  if (announced !== null) {
    if (Number(announced) > limit) throw tooLarge(limit);
    return utf8.decode(await request.arrayBuffer());
  }
  const bytes = await readBytes(request, limit);
  if (bytes === null) throw tooLarge(limit);
  return utf8.decode(bytes);
}

function tooLarge(limit: number): AppError {
  const kilobytes = Math.floor(limit / 1000);
  return new AppError(413, "body_too_large", `The body is larger than ${kilobytes} kB. Send a smaller one.`);
}
