import type { Services } from "../services.ts";
import { bringBack, putAside } from "./aside.ts";
import { callEvent, keptPayload } from "./event.ts";
import { recordCall } from "./record-call.ts";

/** Stores an event outside the database. Throws when that fails too; then the event must not be acknowledged. */
export async function setAside({ archive }: Pick<Services, "archive">, body: unknown): Promise<void> {
  const json = keptPayload(body);
  await putAside(archive, "set-aside/", json, json);
}

/** Brings in the events that were set aside. */
export function bringIn(services: Services): Promise<void> {
  return bringBack(services.archive, "set-aside/", {
    parse: (body) => ({ body, event: callEvent.parse(body) }),
    take: ({ body, event }) => recordCall(services, event, body),
  });
}
