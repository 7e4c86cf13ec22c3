import {
  KNOWN_STATUSES,
  type KnownStatus,
  RESERVATION_STATUSES,
  type ReservationStatus,
} from "../../reservations/status.ts";
import { MEANINGS } from "./status-meanings.ts";

/**
 * Maps a dispatch system's words to the fixed set: by what the company said they mean, otherwise by what they mean to
 * everybody. "unknown" if neither is certain; then the operator is asked.
 */
export function statusReader(statusWords: Record<string, string>): (text: string) => ReservationStatus {
  const known = new Map<string, ReservationStatus>();
  for (const [word, status] of Object.entries(statusWords)) {
    const chosen = RESERVATION_STATUSES.find((one) => one === status);
    if (chosen) known.set(comparable(word), chosen);
  }
  return (text) => {
    const key = comparable(text);
    const before = known.get(key);
    if (before) return before;
    const status = statusMeant(text);
    known.set(key, status);
    return status;
  };
}

/**
 * What a status says: its first part, and the explanation behind a dash, a colon or
 * in brackets. "Cancelled – driver en route" is cancelled; "Dispatched – en route"
 * is as far as the later of the two; "Not cancelled" says nothing for certain.
 */
export function statusMeant(text: string): ReservationStatus {
  if (/\?|^\s*$/.test(text)) return "unknown";
  const [head = "", ...behind] = segments(text);
  const first = meantBy(head);
  const rest = behind.map(meantBy);
  if (first === "unclear" || (first === "cancelled" && CALLED_BACK.test(plainWords(text)))) return "unknown";
  if (first === "cancelled" || first === "no_show") return first;
  const ended = rest.find((one) => one === "cancelled" || one === "no_show");
  if (ended) return first === null || first === "completed" ? known(ended) : "unknown";
  if (first === null) return rest.length > 0 && rest.every((one) => one === rest[0]) ? known(rest[0]) : "unknown";
  if (rest.includes("unclear")) return "unknown"; // "Confirmed – cancel pending"
  return rest.filter(isKnown).reduce(further, first);
}

type Meant = KnownStatus | "unclear" | null;

const SEPARATORS = /\s+[-–—/|>]+\s*|\s*[–—:;([{|\n]\s*|,\s+|[)\]}]/;

function segments(text: string): string[] {
  return text.split(SEPARATORS).filter((part) => /\p{L}/u.test(part));
}

/** Somebody else's state, not the ride's: "Payment completed", "Flight arrived". */
const OTHER_SUBJECT =
  /\b(?:payments?|paid|cards?|deposits?|invoices?|bill(?:ed|ing)?|prices?|e ?mails?|sms|texts?|flights?|flug|vuelo|vol|documents?|forms?|pago|zahlung|paiement|authori[sz]ation|refund\w*)\b/;
const CALLED_BACK = /\b(?:re ?assign\w*|re ?book\w*|reinstat\w*|restor\w*|re ?open\w*|re ?activ\w*|un ?cancel\w*)\b/;
const NOT = /\b(?:not|no|non|never|nicht|kein\w*|sin|pas|sans|ohne|without|isnt|wasnt|hasnt|un|noch)(?: \w+){0,2} $/;
const NOT_YET =
  /\b(?:await\w*|waiting for|waiting on|pending|needs?|requires?|to be|to|ready (?:for|to)|request\w*|will|may|might|could|if|or|en attente d\w*|pendiente(?: de)?|por|wartet auf|soll|wird|zu)(?: (?:be|been|a|an|the|new|driver|la|el|die|der))* $/;
const STILL_OPEN =
  /^ (?:requested|request|pending|needed|required|solicitad\w*|pendiente|angefragt|beantragt|ausstehend|demandee?|en attente|no|false|n)\b/;

function meantBy(segment: string): Meant {
  let words = plainWords(segment);
  if (OTHER_SUBJECT.test(words)) return null;
  let furthest: Meant = null;
  for (const { status, words: way } of MEANINGS) {
    words = words.replace(way, (match, ...found) => {
      const at = found.find((part): part is number => typeof part === "number") ?? 0;
      furthest = together(furthest, qualified(status, words.slice(0, at), words.slice(at + match.length)));
      return "·".repeat(match.length);
    });
  }
  return furthest;
}

/** A status beside a "not", an "awaiting" or a "requested". */
function qualified(status: KnownStatus, before: string, after: string): Meant {
  const open = NOT.test(before) || /\bun$/.test(before) || NOT_YET.test(before) || STILL_OPEN.test(after);
  if (!open) return status;
  return status === "confirmed" || status === "assigned" || status === "pending" ? "pending" : "unclear";
}

function together(one: Meant, other: Meant): Meant {
  if (one === null || other === null) return one ?? other;
  if (one === "unclear" || other === "unclear") return "unclear";
  return further(one, other);
}

/** The later of two statuses in a ride; after a cancellation nothing comes any more. */
function further(one: KnownStatus, other: KnownStatus): KnownStatus {
  return KNOWN_STATUSES.indexOf(one) >= KNOWN_STATUSES.indexOf(other) ? one : other;
}

function isKnown(meant: Meant): meant is KnownStatus {
  return meant !== null && meant !== "unclear";
}

function known(meant: Meant | undefined): ReservationStatus {
  return meant && meant !== "unclear" ? meant : "unknown";
}

/**
 * Letters and digits in lower case without accents. camelCase is split, and so is "un" from the word that it denies.
 */
function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/['’]/g, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bun(?=(?:confirm|assign|dispatch|cancel|book|accept|schedul|reserv|allocat|bestatigt))/g, "un ")
    .trim();
}

function comparable(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
