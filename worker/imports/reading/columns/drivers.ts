import { type Column, ranked, type Scored, says, saysAny, share } from "./column.ts";
import type { NameColumns } from "./name-pairs.ts";

const NO_NAME = [
  "phone",
  "mobile",
  "email",
  "number",
  "license",
  "date",
  "time",
  "vehicle",
  "status",
  "notes",
  "kin",
  "available",
  "type",
  "address",
  "city",
  "zip",
  "state",
];

/** In a list of drivers a name is the driver's, in one column or in two. */
export function rosterNames(columns: Column[]): NameColumns[] {
  const free = columns.filter((column) => !saysAny(column, ...NO_NAME));
  const looks = (column: Column) => (share(column, ({ words }) => words) >= 0.5 ? 1 : 0.3);
  const whole = ranked(free, (column) => {
    if (saysAny(column, "first", "last", "alt")) return 0;
    if (saysAny(column, "driver", "staff", "member") && !saysAny(column, "name"))
      return (0.9 - column.other * 0.05) * looks(column) * share(column, ({ name }) => (name >= 0.5 ? 1 : 0.5));
    if (says(column, "driver")) return (0.95 - column.other * 0.05) * looks(column);
    return says(column, "name") ? (0.85 - column.other * 0.05) * looks(column) : 0;
  });
  const bare = ranked(free, (column) => (says(column, "name") && !saysAny(column, "first", "last") ? 0.87 : 0))[0];
  const given = ranked(free, (column) => (says(column, "first") ? 0.9 : 0))[0];
  const family = ranked(free, (column) => (says(column, "last") && !says(column, "first") ? 0.9 : 0))[0];
  // "Name, Vorname" and "Nombre, Apellidos": the bare "name" is the half that the other title does not name.
  const first = given ?? (family ? bare : undefined);
  const last = family ?? (given ? bare : undefined);
  const pair =
    first && last ? [{ columns: [first.column, last.column], score: Math.min(first.score, last.score) }] : [];
  const titled = [...whole.map(({ column, score }) => ({ columns: [column], score })), ...pair];
  return titled.length > 0 ? titled.sort((a, b) => b.score - a.score) : untitledNames(free);
}

/** "Colleague", "Resource": the only column of people's names, although its title says nothing. */
function untitledNames(columns: Column[]): NameColumns[] {
  const people = columns.filter(({ said, content }) => {
    if (!content || content.filled < 2 || said.has("first") || said.has("last")) return false;
    return (
      content.name >= 0.9 && content.distinct === content.filled && content.oneWord <= 0.3 && content.weekdays < 0.5
    );
  });
  return people.length === 1 ? [{ columns: people, score: 0.3 }] : [];
}

export function rosterPhones(columns: Column[]): Scored[] {
  const titled = ranked(columns, titledPhone);
  if (titled.length > 0) return titled;
  const alike = columns.filter(
    (column) => share(column, ({ phone }) => phone, 0) >= 0.9 && !saysAny(column, "kin", "license", "date", "email"),
  );
  return alike.length === 1 ? ranked(alike, () => 0.5) : []; // "Handset", "Direct"
}

function titledPhone(column: Column): number {
  const titled = saysAny(column, "phone", "mobile") || says(column, "contact");
  if (!titled || saysAny(column, "kin", "email", "notes", "name", "first", "last", "type", "date")) return 0;
  if (!saysAny(column, "phone", "mobile") && share(column, ({ phone }) => phone, 0) < 0.5) return 0;
  const readable = share(column, ({ phone }) => phone) < 0.3 ? 0.1 : 1;
  return (
    readable *
    (0.9 + (says(column, "mobile") ? 0.05 : 0) - (says(column, "alt") ? 0.2 : 0) - (says(column, "contact") ? 0.02 : 0))
  );
}

export function rosterDays(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    if (saysAny(column, "phone", "birth", "created", "license", "name", "off", "notes")) return 0;
    if (says(column, "available")) return 0.9;
    if (says(column, "date") && /^\W*(?:work\w* )?(?:days?|tage|dias|jours)\W*$/i.test(column.title)) return 0.8;
    return share(column, ({ weekdays }) => weekdays, 0) >= 0.7 ? 0.7 : 0;
  });
}
