const KEY = "nightdesk.pending-email";

/** The address that is still to be confirmed, kept for this tab only and out of the address bar. */
export const pendingEmail = {
  get: (): string => read(),
  set(email: string): void {
    try {
      sessionStorage.setItem(KEY, email);
    } catch {
      // Storage is switched off: the next page asks for the address again.
    }
  },
};

function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
