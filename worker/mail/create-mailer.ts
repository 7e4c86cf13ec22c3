import type { Services } from "../services.ts";
import { cloudflareMailer } from "./cloudflare-mailer.ts";
import type { Mailer } from "./mailer.ts";
import { resendMailer } from "./resend-mailer.ts";

/** The mailer that the configuration names. */
export function createMailer(services: Services): Mailer {
  return services.settings.MAIL_PROVIDER === "cloudflare"
    ? cloudflareMailer(services)
    : resendMailer(services.settings);
}
