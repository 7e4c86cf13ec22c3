/** How many characters a password may have (OWASP ASVS 5, 6.2.1 and 6.2.9). */
export const SHORTEST = 8;
export const LONGEST = 128;
