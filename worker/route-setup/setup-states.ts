/** How far a set-up is: begun, in place, or on its way back. Without a row nothing was set up. */
export const SETUP_STATES = ["setting_up", "set_up", "undoing"] as const;
