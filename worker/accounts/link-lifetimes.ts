/** How long the links in our mail work, in seconds. A mail that comes later is no use to anybody. */
export const CONFIRMATION_SECONDS = 86_400;
export const RESET_SECONDS = 3600;
