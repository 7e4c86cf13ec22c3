type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Idempotency key: a provider that supports keys sends a mail with the same key once. */
  key: string;
};

/**
 * The port to our mail provider. `send` answers within 15 seconds. It throws MailRefused when retrying is useless,
 * MailInDoubt when the mail may have gone out, and anything else when it did not go out and retrying may help.
 */
export type Mailer = {
  /** With idempotency keys it is safe to send again when in doubt. */
  knowsKeys: boolean;
  send: (mail: Mail) => Promise<void>;
};
