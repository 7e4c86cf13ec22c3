import { GIVEN_NAMES } from "../../reservations/name/given-names.ts";
import { nameKey } from "../../reservations/name.ts";
import { isOrganisation } from "./organisation.ts";

/**
 * A person's name out of a cell that may hold more. "Last, First" and an airline's
 * LAST/FIRST MR become "First Last". "x 3", a company in brackets or the service behind
 * a dash is dropped. A generation stays ("Smith, John, Jr." → "John Smith Jr.").
 */
export function readName(text: string): string {
  if (!/[,/([\d–—|+\n<:*@]| - |\b(?:vip|via|attn)\b|\b(?:mrs?|ms|mstr|miss)$|\b(?:mrs|frau|sra|mme)\b/i.test(text))
    return text;
  return turned(withoutMore(text));
}

/** Whether a column says that its names begin with the last name. */
export function isLastNameFirst(title: string): boolean {
  return (
    /(?:\blast|\b(?:last|sur|family)\s*name)[\W_]+(?:and\W+)?(?:first|given)|\b(?:sur|family)name[\W_]+name\b/i.test(
      title,
    ) ||
    /(?:\bapellidos?|\b(?:nach|familien|zu)name|\bcognome)[\W_]+(?:(?:und|y|e)\W+)?(?:nombres?\b|vorname|nome\b)/i.test(
      title,
    )
  );
}

/**
 * "Stone Rhea" under a title that puts the last name first. With more words, nothing tells where the first name begins.
 */
export function turnedName(text: string): string {
  const [, last, first] = /^(\S+) (\S+)$/.exec(text) ?? [];
  return last && first && !text.includes(",") ? `${first} ${last}` : text;
}

/** What may come before a name: a running number, a room, a count, the word of a sign, a mark in brackets. */
const BEFORE = [
  /^\s*\d+(?:\.\d+)?\s?(?=\p{Lu}+[\p{Lu} ]*\/)/u, // "1.1STONE/RHEA MRS"
  /^\s*(?:mr|herr|sr|m)\.?\s*(?:&|and|und|y|et|\/)\s*(?:mrs|ms|frau|sra|mme)\.?\s+(?=\p{L}+ \p{L})/iu, // "Mr and Mrs Milo Farr"
  /^\s*[([][^)\]]*[)\]]\s*(?=\p{L})/u, // "[VIP] Rhea Stone"
  /^\s*(?:sign|name ?board|schild|cartel|pancarte|pax|passenger|guest|mr\.?\/mrs\.?)\s*:\s*/iu,
  /^\s*(?:(?:rooms?|rm|zimmer|hab(?:itaci[óo]n)?|chambre|suite|villa|cabin|seat)\.?\s*#?\s*[\p{Lu}]?-?\d+\p{Lu}?|\d+\s*(?:x|×|pax|p|passengers?|guests?|pers\.?)|#?\p{Lu}?-?\d+[.)]?)\s*[:,–—|-]?\s+(?=\p{L}{2})/iu,
  /^\s*[*•]+\s*/u,
  /^\s*(?:vip|attn|att)\b\.?\s*[:*,–-]?\s*(?=\p{L})/iu,
];

const MORE = [
  /\s*<[^>]*@[^>]*>\s*$/u, // "<rhea@example.com>"
  /\s*,?\s*(?:rooms?|rm|zimmer|hab|chambre|cabin|seat)\.?\s*#?\s*\p{Lu}?-?\d+\p{Lu}?\s*$/iu,
  /\s*[,:–—|-]?\s*\+?\(?\d[\d\s().-]{6,}$/u, // a telephone number
  /\s*\*+[^*]*\*+\s*$/u, // "*NEW*"
  /\s*\*+\s*$/u,
  /\s*[([](?:adt|chd|inf|adult|child|infant)[)\]]\s*$/iu,
  /\s*[/–-]\s*(?:wch?|amb|str|wheelchair|walker)\s*$/iu,
  /\s*\|\s*\d{1,3}\s*$/u,
  /\s*,?\s*(?<!\p{L})(?:pax|party|passengers?|guests?)[\s:]*\d{1,3}\s*$/iu,
  /\s*[,–-]?\s+\S+@\S+\.\S+$/u,
  /\s+(?:c\/o|via|@)\s+.*$/iu,
  /\s*[,–-]?\s*\bvip\b\s*$/iu,
  /\s*,?\s*\bparty of \d+\s*$/iu,
  /\s*,\s*\d+\s*(?:adults?|children|kids|erwachsene|adultos|adultes)\b.*$/iu,
  /\s+[([].*?[)\]]\s*$/u, // "(Acme SL)"
  // "x 3", "+2"
  /\s*(?:(?<!\p{L})[x×*]\s*\d{1,3}|\+\s*\d{1,3}(?:\s*\p{L}+)?|&\s*\d{1,3}(?:\s*\p{L}+)?|,?\s*\d{1,3}\s*(?:pax|passengers?|guests?|people|persons?|pers\.?|p))\s*$/iu,
  /\s+(?:[-–—|])\s+.*$/u, // "– Airport transfer"
  /\s*[-–—|:]?\s*(?:#|no\.?|id:?)\s*\d+\s*$/iu,
];

function withoutMore(text: string): string {
  const [several = ""] = text.includes("/") ? text.split(/\s*[;,]\s*(?=[^,;/]+\/)/) : [text]; // of airline names, the first
  const alone = BEFORE.reduce((left, more) => left.replace(more, "").trim(), several.trim());
  const [, first = "", second = ""] = /^(.+?)\s*[-–—|:/]\s+(.+)$/u.exec(alone) ?? [];
  const person = isOrganisation(first) ? second : alone; // "Acme Corp - Rhea Stone"
  const [one = "", other = ""] = person.split("|").map((part) => part.trim());
  if (one.includes(" ") && other.includes(" ") && !/\d/.test(other)) return withoutMore(one); // two people: the first
  const bare = MORE.reduce((left, more) => left.replace(more, "").trim(), person);
  return bare.replace(/^[\s,]+|[\s,]+$/g, "") === "" ? text : bare;
}

function turned(text: string): string {
  const record =
    /^(\p{L}[\p{L}\p{M}'’. -]*?)\s?[/*]\s?(\p{L}[\p{L}\p{M}'’. -]*?)(?:[ .]?(MRS|MR|MS|MSTR|MISS|DR|PROF|CHD|INF))?$/iu.exec(
      text,
    );
  const several =
    record?.[3] === undefined && record?.[1]?.trim().includes(" ") === true && record[2]?.trim().includes(" ") === true;
  const [, surname, given] = /^(\p{Lu}[\p{Lu}'’-]+) (\p{Lu}[\p{Lu}'’ -]*?) (?:MRS|MR|MS|MSTR|MISS)$/u.exec(text) ?? [];
  if (surname && given) return [capitalised(given), capitalised(surname)].join(" "); // the same without its slash
  if (several) return text; // "Rhea Stone/Milo Farr" are two people
  if (record && (!/ \/|\/ /.test(text) || text === text.toUpperCase())) {
    return [capitalised(record[2] ?? ""), capitalised(record[1] ?? "")].join(" ");
  }
  if (!text.includes(",") || /;/.test(text)) return text;
  const parts = text.split(",").map((part) => part.trim().replace(/\s(?:mrs?|ms|miss|mstr)\.?$/i, ""));
  // "Stone, Dr., Rhea" and "Rhea Stone, Director": neither a title nor a job is part of the name.
  const named = parts.filter((part) => part !== "" && !TITLE.test(part) && !OFFICE.test(part.replaceAll(".", "")));
  const [last = "", first = "", ...more] = named;
  if (named.length > 1 && named.every(isWholeName)) return last; // several people: the first
  if (first === "") return last || text.replace(/^[\s,]+|[\s,]+$/g, "");
  if (isOrganisation(first) || isOrganisation(last)) return isOrganisation(first) ? last : first;
  if (isSuffix(first)) return [last, first, ...more].join(" ").trim();
  return [first, last, ...more].filter((part) => part !== "").join(" ");
}

/** "Maria Stone", not "García López" before its first name. */
function isWholeName(text: string): boolean {
  const words = nameKey(text).split(" ");
  return words.length > 1 && GIVEN_NAMES.has(words[0] ?? "") && !GIVEN_NAMES.has(words.at(-1) ?? "");
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|hon|sir|sr|sra|srta|herr|frau|m|mme|mlle|ing|dipl\.?-ing)\.?$/i;
const OFFICE =
  /^(?:ceo|cfo|coo|cto|cio|cmo|vp|svp|evp|avp|gm|md|phd|esq|rn|np|pa|dds|dvm|cpa|mba|jd|(?:vice )?president|chair(?:man|woman|person)?|director|manager|partner|owner|founder|secretary|treasurer|attorney|gesch[äa]ftsf[üu]hrer(?:in)?|director general|gerente|directeur|pdg)\.?$/i;

/** "CASTAÑO VIDAL" as people write it; a name with small letters stays as it is. */
function capitalised(part: string): string {
  if (part !== part.toUpperCase()) return part.trim();
  return part
    .trim()
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function isSuffix(text: string): boolean {
  return /^(?:jr|sr|ii|iii|iv|md|phd|esq)\.?$/i.test(text);
}

/**
 * A count as people write it: "4", "4.0", "4 pax"; "2 adults, 1 child" is not one.
 * Null when blank; undefined when unreadable.
 */
export function readCount(text: string): number | null | undefined {
  if (text === "") return null;
  const match =
    /^(\d{1,3})(?:[.,]0+)?(?:\s*(?:pax|passengers?|people|persons?|guests?|pers\.?|personen|adults?))?$/i.exec(text);
  return match ? Number(match[1]) : undefined;
}

/**
 * An identifier as it was before a spreadsheet turned it into a number: "10217.0" and "1.0217E+4" are 10217. Null if
 * digits were lost on the way ("5.02E+11").
 */
export function wholeNumber(text: string): string | null {
  const decimals = /^(\d+)[.,]0+$/.exec(text);
  if (decimals?.[1]) return decimals[1];
  const [, first, rest = "", power = ""] =
    /^(\d)(?:[.,](\d+))?E\+(\d+)$/i.exec(text) ?? /^(\d)[.,](\d+)E(\d+)$/i.exec(text) ?? [];
  if (first === undefined) return text;
  return rest.length > 0 && rest.length === Number(power) ? `${first}${rest}` : null;
}
