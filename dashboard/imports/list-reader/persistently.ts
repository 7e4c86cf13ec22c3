import { RequestError } from "../../request-error.ts";

const WAITS_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000]; // about a minute: long enough for a tunnel or a router restart

/** Retries `send`, which must be safe to repeat, while the connection or the server is down. */
export async function persistently<Body>(
  send: () => Promise<Body>,
  waits = WAITS_MS,
  connection: EventTarget = globalThis,
): Promise<Body> {
  for (const wait of waits) {
    try {
      return await send();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      await pause(wait, connection);
    }
  }
  return send();
}

function isTemporary(error: unknown): boolean {
  return error instanceof RequestError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Waits until the time is over or the connection is back. */
function pause(milliseconds: number, connection: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      connection.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    connection.addEventListener("online", go);
  });
}
