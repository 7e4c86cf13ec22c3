/** How long the links in our mails work, in seconds. */
export const CONFIRMATION_SECONDS = 86_400;
export const RESET_SECONDS = 3600;
