import type { Settings } from "../env.ts";
import { MailRefused } from "./mail-refused.ts";
import type { Mailer } from "./mailer.ts";

const TIMEOUT_MS = 10_000;
const REFUSED_FOR_GOOD = [400, 413, 422]; // wrong address or content; any other status may be temporary

/** Resend's HTTP API, `POST /emails`. The `Idempotency-Key` makes a repeat within a day count as the same mail. */
export function resendMailer({ MAIL_API_URL, MAIL_FROM, RESEND_API_KEY }: Settings): Mailer {
  return {
    knowsKeys: true,
    async send({ to, subject, text, html, key }) {
      if (!RESEND_API_KEY) throw new Error("RESEND_API_KEY is not set, so no mail can be sent");
      const response = await fetch(`${MAIL_API_URL.replace(/\/$/, "")}/emails`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${RESEND_API_KEY}`,
          "content-type": "application/json",
          "idempotency-key": key,
        },
        body: JSON.stringify({ from: MAIL_FROM, to: [to], subject, text, html }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return;
      const reason = `the mail provider answered ${response.status}`;
      throw REFUSED_FOR_GOOD.includes(response.status) ? new MailRefused(reason) : new Error(reason);
    },
  };
}
