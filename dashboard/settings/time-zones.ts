import type { Option } from "../components/Combobox.tsx";
import { zoneName } from "../times/zone-name.ts";

/** The zones of most operators; they come first in the list. */
const UNITED_STATES: Record<string, string> = {
  "America/New_York": "Eastern Time, New York",
  "America/Chicago": "Central Time, Chicago",
  "America/Denver": "Mountain Time, Denver",
  "America/Phoenix": "Arizona, Phoenix (no daylight saving time)",
  "America/Los_Angeles": "Pacific Time, Los Angeles",
  "America/Anchorage": "Alaska, Anchorage",
  "Pacific/Honolulu": "Hawaii, Honolulu",
  "America/Puerto_Rico": "Puerto Rico, San Juan",
  "America/Detroit": "Eastern Time, Detroit",
  "America/Indiana/Indianapolis": "Eastern Time, Indianapolis",
  "America/Boise": "Mountain Time, Boise",
};

let options: Option[] | undefined;

/** Every zone that the browser knows, those of the United States first. Found by city, region or everyday name. */
export function timeZones(): Option[] {
  options ??= [
    ...Object.entries(UNITED_STATES).map(([zone, label]) => option(zone, label)),
    ...[...Intl.supportedValuesOf("timeZone"), "UTC"]
      .filter((zone, index, zones) => !(zone in UNITED_STATES) && zones.indexOf(zone) === index)
      .map((zone) => option(zone, `${place(zone)} · ${zoneName(zone)}`)),
  ];
  return options;
}

function option(value: string, label: string): Option {
  return { value, label, keywords: `${label} ${value.replaceAll("_", " ")} ${zoneName(value)}`.toLowerCase() };
}

/** "America/Argentina/Salta" as "Salta, America". */
function place(zone: string): string {
  const [region = zone, ...rest] = zone.replaceAll("_", " ").split("/");
  const city = rest.at(-1);
  return city ? `${city}, ${region}` : region;
}
