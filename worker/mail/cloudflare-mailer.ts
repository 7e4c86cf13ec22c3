import type { Services } from "../services.ts";
import type { Mailer } from "./mailer.ts";

/** Cloudflare's `send_email` binding. It knows no keys, so only our own outbox keeps a mail from going out twice. */
export function cloudflareMailer({ email, settings }: Services): Mailer {
  return {
    async send({ to, subject, text, html }) {
      await email.send({ from: sender(settings.MAIL_FROM), to, subject, text, html });
    },
  };
}

function sender(from: string): string | { name: string; email: string } {
  const [, name, address] = /^\s*(.+?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return name && address ? { name, email: address } : from;
}
