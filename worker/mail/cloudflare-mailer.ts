import { within } from "../lib/deadline.ts";
import type { Services } from "../services.ts";
import { MailInDoubt } from "./mail-in-doubt.ts";
import { MailRefused } from "./mail-refused.ts";
import type { Mailer } from "./mailer.ts";

const TIMEOUT_MS = 10_000;

// The codes of Cloudflare's send() that concern this mail itself. Others (limits, our domain) may be temporary.
const REFUSED_FOR_GOOD = [
  "E_VALIDATION_ERROR",
  "E_FIELD_MISSING",
  "E_TOO_MANY_RECIPIENTS",
  "E_RECIPIENT_NOT_ALLOWED",
  "E_RECIPIENT_SUPPRESSED",
  "E_CONTENT_TOO_LARGE",
];

/**
 * Cloudflare's `send_email` binding. It has no idempotency keys, so only our outbox prevents sending a mail twice. After
 * an error without one of Cloudflare's codes, or no answer, we do not know whether the mail went out.
 */
export function cloudflareMailer({ email, settings }: Services): Mailer {
  return {
    knowsKeys: false,
    async send({ to, subject, text, html }) {
      try {
        await within(TIMEOUT_MS, email.send({ from: sender(settings.MAIL_FROM), to, subject, text, html }));
      } catch (error) {
        const code = codeOf(error);
        if (code === null) throw new MailInDoubt("Cloudflare gave no clear answer", { cause: error });
        if (REFUSED_FOR_GOOD.includes(code)) throw new MailRefused(code);
        throw error;
      }
    },
  };
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  return error.code.startsWith("E_") ? error.code : null;
}

function sender(from: string): string | { name: string; email: string } {
  const [, name, address] = /^\s*(.+?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return name && address ? { name, email: address } : from;
}
