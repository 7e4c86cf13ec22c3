type Options = {
  port: number;
  stateDir: string;
  url: string;
  emulatorUrl: string;
  /** Override those of wrangler.toml and .dev.vars. */
  vars?: Record<string, string>;
};

/** The arguments of a `wrangler dev` that talks to the emulator and keeps its state in `stateDir`. */
export function devArguments({ port, stateDir, url, emulatorUrl, vars = {} }: Options): string[] {
  const carriers = {
    TWILIO_API_URL: `${emulatorUrl}/twilio`,
    TWILIO_STUDIO_URL: `${emulatorUrl}/twilio`,
    TELNYX_API_URL: `${emulatorUrl}/telnyx/v2`,
  };
  const all = { PUBLIC_URL: url, RETELL_API_URL: emulatorUrl, MAIL_API_URL: emulatorUrl, ...carriers, ...vars };
  return [
    ...["dev", "-c", "wrangler.toml", "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"],
    ...["--persist-to", stateDir, "--show-interactive-dev-session=false"],
    ...Object.entries(all).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
  ];
}
