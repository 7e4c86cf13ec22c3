import { describeError, log } from "../lib/log.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Services } from "../services.ts";
import { callEvent, keptPayload } from "./event.ts";
import { recordCall } from "./record-call.ts";

/**
 * R2 `set-aside/<hash>.json`: signed events that came while D1 did not answer, until the sweep brings them in. The key
 * names no company, because only D1 knows whose the number is. The same event is the same object.
 */
const FOLDER = "set-aside/";
const AT_ONCE = 150; // each is five requests to R2, D1 and the queue, of which an invocation has a thousand

/** Keeps an event outside the database. Throws when that fails too: then nothing must be acknowledged. */
export async function setAside(services: Pick<Services, "archive">, body: unknown): Promise<void> {
  const json = keptPayload(body);
  await services.archive.put(`${FOLDER}${await sha256(json)}.json`, json);
}

/** Brings in what was set aside, a bounded number at a time. */
export async function bringIn(services: Services): Promise<void> {
  const { objects } = await services.archive.list({ prefix: FOLDER, limit: AT_ONCE });
  for (const { key } of objects) {
    try {
      const object = await services.archive.get(key);
      if (!object) continue;
      const body = await object.json();
      await recordCall(services, callEvent.parse(body), body);
      await services.archive.delete(key);
    } catch (error) {
      log("event_still_set_aside", describeError(error));
    }
  }
}
