type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same key twice is the same mail: a provider that knows keys sends it once. */
  key: string;
};

/**
 * The port to whoever carries our mail. `send` answers within a quarter of a minute. It throws MailRefused when trying
 * again is useless, MailInDoubt when the mail may have gone out, anything else when it did not and trying again may help.
 */
export type Mailer = {
  /** A provider that knows keys may be asked again in doubt. */
  knowsKeys: boolean;
  send: (mail: Mail) => Promise<void>;
};
