import { type CountryCode, getCountries, parsePhoneNumberFromString } from "libphonenumber-js/min";

/** The country of numbers without a country code if nothing else tells: the product began in the United States. */
export const HOME: CountryCode = "US";

/** The country of a company, by one of its numbers (E.164). All of North America writes and dials numbers alike. */
export function countryOfNumber(e164: string): CountryCode {
  if (e164.startsWith("+1")) return HOME;
  return parsePhoneNumberFromString(e164)?.country ?? HOME;
}

/** The country of a company, by its time zone (IANA), which is the only place that its settings name. */
export function countryOfZone(timezone: string): CountryCode {
  const known = countries.get(timezone);
  if (known) return known;
  const country = [HOME, ...getCountries()].find((code) => zonesOf(code).includes(timezone)) ?? HOME;
  countries.set(timezone, country);
  return country;
}

const countries = new Map<string, CountryCode>();

// Newer than TypeScript's own types. Older browsers have it as a property or not at all.
type Region = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] };

function zonesOf(country: CountryCode): string[] {
  const region: Region = new Intl.Locale("und", { region: country });
  return region.getTimeZones?.() ?? region.timeZones ?? [];
}
