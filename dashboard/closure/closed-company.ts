const KEY = "nightdesk.closed-company";

/** The company whose account was closed in this tab, for the goodbye page; survives a reload. */
export const closedCompany = {
  get(): string {
    try {
      return sessionStorage.getItem(KEY) ?? "";
    } catch {
      return "";
    }
  },
  set(name: string): void {
    try {
      sessionStorage.setItem(KEY, name);
    } catch {
      // Storage is turned off: the goodbye page does without the name.
    }
  },
};
