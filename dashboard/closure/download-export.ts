import { accountHeader } from "../accounts/loaded-account.ts";
import { raiseDoubt } from "../accounts/session-doubt.ts";
import { offline, RequestError } from "../request-error.ts";

/**
 * Downloads everything of the company and saves it as a file; `onBytes` gets the number of bytes received so far.
 * Returns the file's name. An interrupted download saves nothing.
 */
export async function downloadExport(onBytes: (bytes: number) => void): Promise<string> {
  const response = await fetch("/api/account-export", { headers: accountHeader() }).catch(() => {
    throw offline();
  });
  if (!response.ok || !response.body) {
    const refusal = new RequestError(response.status, await response.json().catch(() => null));
    raiseDoubt(refusal);
    throw refusal;
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "nightdesk.zip";
  save(await collected(response.body, onBytes), name);
  return name;
}

async function collected(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      bytes += part.value.byteLength;
      onBytes(bytes);
    }
  } catch {
    throw new RequestError(0, {
      error: { code: "broken_off", message: "The download was interrupted and nothing was saved. Try again." },
    });
  }
  return new Blob(parts, { type: "application/zip" });
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // browsers start reading it a moment later
}
