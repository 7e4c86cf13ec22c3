/** What a key may be allowed to do. A key has one of these or both. */
export const KEY_SCOPES = ["import", "read"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * Every route that keys can open, by the scope it needs. All other routes refuse keys. A key that only imports never
 * opens a route that names passengers. Settings, numbers, keys and the account are only for people.
 * @internal exported for its test
 */
export const ROUTES_OF_SCOPE: Record<KeyScope, readonly string[]> = {
  import: [
    "GET /api/imports",
    "POST /api/imports",
    "GET /api/imports/:id",
    "PUT /api/imports/:id/pages/:n",
    "POST /api/imports/:id/completion",
    "GET /api/imports/:id/errors.csv",
    "POST /api/imports/:id/activation",
  ],
  read: [
    "GET /api/imports",
    "GET /api/imports/:id",
    "GET /api/imports/:id/errors.csv",
    "GET /api/imports/:id/changes",
    "GET /api/import-status",
    "GET /api/reservations",
    "GET /api/reservations.csv",
    "GET /api/reservations/:id",
    "GET /api/drivers",
    "GET /api/drivers.csv",
    "GET /api/calls",
    "GET /api/calls/:id",
    "GET /api/calls/:id/recording",
    "GET /api/messages",
    "GET /api/messages/:id",
  ],
};

/** Whether one of a key's scopes opens a route, written as "GET /api/imports/:id". */
export function opens(scopes: readonly KeyScope[], route: string): boolean {
  return scopes.some((scope) => ROUTES_OF_SCOPE[scope].includes(route));
}
