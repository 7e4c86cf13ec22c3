import type * as z from "zod";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { retentionBody } from "./call-schema.ts";
import { type Retention, savedRetention, saveRetention } from "./store/retention.ts";

/** Saves for how many days things are kept. The days for reservations stay the same if the body does not name them. */
export async function changeRetention(
  scope: UserScope,
  { db }: Services,
  sent: z.output<typeof retentionBody>,
): Promise<Retention> {
  const before = await savedRetention(scope, db);
  const days = {
    transcriptDays: sent.transcript_days,
    recordingDays: sent.recording_days,
    reservationDays: sent.reservation_days ?? before.reservationDays,
  };
  await saveRetention(scope, db, days, before);
  return days;
}
