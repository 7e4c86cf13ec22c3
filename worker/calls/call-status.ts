/** Retell's statuses of a call that is over (contract, section 6). Its others, and those it may add, are of a live call. */
export const FINAL_STATUSES = ["ended", "error", "not_connected"] as const;
