import { Hono } from "hono";
import { retentionBody } from "../calls/call-schema.ts";
import { changeRetention } from "../calls/change-retention.ts";
import { type Retention, savedRetention } from "../calls/store/retention.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const retentionRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(reply(await savedRetention(c.get("scope"), c.get("services").db))))
  .put("/", jsonBody(retentionBody), async (c) =>
    c.json(reply(await changeRetention(c.get("scope"), c.get("services"), c.req.valid("json")))),
  );

function reply({ transcriptDays, recordingDays, reservationDays }: Retention) {
  return { transcript_days: transcriptDays, recording_days: recordingDays, reservation_days: reservationDays };
}
