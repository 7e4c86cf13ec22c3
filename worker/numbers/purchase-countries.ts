/** Where we can buy numbers: the countries that Retell sells them in (Retell contract 5.4). */
export const PURCHASE_COUNTRIES = ["US", "CA"] as const;
