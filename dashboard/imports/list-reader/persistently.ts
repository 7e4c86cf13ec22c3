import { RequestError } from "../../request-error.ts";

const WAITS_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000]; // about a minute: a tunnel, a router that restarts

/** Sends something that may be sent twice, again and again while only the connection or the server is in the way. */
export async function persistently<Body>(
  send: () => Promise<Body>,
  waits = WAITS_MS,
  connection: EventTarget = globalThis,
): Promise<Body> {
  for (const wait of waits) {
    try {
      return await send();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await aWhile(wait, connection);
    }
  }
  return send();
}

function isPassing(error: unknown): boolean {
  return error instanceof RequestError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Until the time is over, or the connection is back. */
function aWhile(milliseconds: number, connection: EventTarget): Promise<void> {
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
