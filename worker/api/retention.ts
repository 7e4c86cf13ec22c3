import { Hono } from "hono";
import { retentionBody } from "../calls/call-schema.ts";
import { type Retention, savedRetention, saveRetention } from "../calls/store/retention.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const retentionRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(reply(await savedRetention(c.get("scope"), c.get("services").db))))
  .put("/", jsonBody(retentionBody), async (c) => {
    const [scope, { db }] = [c.get("scope"), c.get("services")];
    const sent = c.req.valid("json");
    const days = {
      transcriptDays: sent.transcript_days,
      recordingDays: sent.recording_days,
      reservationDays: sent.reservation_days ?? (await savedRetention(scope, db)).reservationDays,
    };
    await saveRetention(scope, db, days);
    return c.json(reply(days));
  });

function reply({ transcriptDays, recordingDays, reservationDays }: Retention) {
  return { transcript_days: transcriptDays, recording_days: recordingDays, reservation_days: reservationDays };
}
