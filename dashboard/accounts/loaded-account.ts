let account: string | null = null;

/** Notes whose data this page shows, by the user's id. */
export function showAccount(id: string): void {
  account = id;
}

/** Every request names this account, because another tab may have signed in to a different one with the same cookie. */
export function accountHeader(): Record<string, string> {
  return account === null ? {} : { "x-nightdesk-account": account };
}
