/**
 * Retell's statuses of a call that is over (Retell contract 6). Every other status, even a new one, means a live call.
 */
export const FINAL_STATUSES = ["ended", "error", "not_connected"] as const;
