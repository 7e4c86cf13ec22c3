const KEY = "nightdesk.closed-company";

/** Whose account was closed in this tab, for the words of farewell; also after a reload. */
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
      // Storage is switched off: the farewell does without the name.
    }
  },
};
