/** Retell's statuses of a call that is over (Retell contract 6). Every other status, also one it may add, means a live call. */
export const FINAL_STATUSES = ["ended", "error", "not_connected"] as const;
