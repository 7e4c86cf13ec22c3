import type { Services } from "../services.ts";
import { cloudflareMailer } from "./cloudflare-mailer.ts";
import { resendMailer } from "./resend-mailer.ts";

type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same key twice is the same mail: a provider that knows keys sends it once. */
  key: string;
};

/** The port to whoever carries our mail. Throws MailRefused when trying again is useless, anything else when it is not. */
export type Mailer = { send: (mail: Mail) => Promise<void> };

/** The mailer that the configuration names. */
export function createMailer(services: Services): Mailer {
  return services.settings.MAIL_PROVIDER === "cloudflare"
    ? cloudflareMailer(services)
    : resendMailer(services.settings);
}
