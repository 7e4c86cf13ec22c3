/** Retell and carriers write E.164, some without the plus. Anything else ("anonymous", a SIP name) is no number: null. */
export function e164(text: string): string | null {
  const digits = /^\+?([1-9]\d{6,14})$/.exec(text.trim())?.[1];
  return digits ? `+${digits}` : null;
}
