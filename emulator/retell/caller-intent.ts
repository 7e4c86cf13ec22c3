import { findConfirmation, findTelephone } from "./caller-numbers.ts";

export type Topic =
  | "pickup_time"
  | "dropoff_time"
  | "terminal"
  | "driver"
  | "vehicle"
  | "passengers"
  | "pickup_address"
  | "dropoff"
  | "flight"
  | "notes"
  | "status"
  | "hours";
export type Category = "cancellation" | "change_request" | "lost_item" | "late_driver" | "new_booking" | "message";

/** What a caller's line contains, by simple rules; null where it does not. Numbers stay as the caller said them. */
export type Heard = {
  emergency: boolean;
  yes: boolean;
  no: boolean;
  bye: boolean;
  confirmation: string | null;
  telephone: string | null;
  thisPhone: boolean; // "the number I'm calling from"
  lastName: string | null;
  name: string | null;
  wants: "driver" | "office" | null;
  category: Category | null;
  topic: Topic | null;
};

export function hear(line: string): Heard {
  const telephone = findTelephone(line);
  const confirmation = findConfirmation(line, telephone);
  return {
    emergency: /\b(emergency|accident|on fire|ambulance|bleeding|unconscious|heart attack)\b/i.test(line),
    yes: /\b(yes|yeah|yep|sure|please do|go ahead|correct|that'?s right|okay|ok)\b/i.test(line),
    no: /\b(no|nope|not now|don'?t|no thanks?|never ?mind)\b/i.test(line),
    bye: /\b(bye|goodbye|that'?s (all|it|everything)|nothing else|have a good)\b/i.test(line),
    confirmation,
    telephone,
    thisPhone: /\b(this (phone|number)|(phone|number) I'?m calling from|calling from this)\b/i.test(line),
    lastName: match(line, /\blast name(?: is|'s|:)?\s+(?:is )?([\p{L}'’-]+)/iu),
    name: match(line, /\b(?:my (?:full )?name is|my name's|this is|name:)\s+([\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)/u),
    wants: wanted(line),
    category: first(CATEGORIES, line),
    topic: first(TOPICS, line),
  };
}

function wanted(line: string): Heard["wants"] {
  const asks = /\b(speak|talk|connect|transfer|put me through|reach|call|get|have|ask)\b/i.test(line);
  if (asks && /\b(to|with|reach|call|through to|get|have|for) (?:\w+ ){0,2}(driver|chauffeur)\b/i.test(line))
    return "driver";
  if (asks && /\b(office|dispatch(er)?|representative|a person|someone|somebody|human|operator)\b/i.test(line))
    return "office";
  return null;
}

const CATEGORIES: [Category, RegExp][] = [
  ["cancellation", /\bcancel/i],
  ["lost_item", /\b(lost (my|an?)|left (my|an?|something)|forgot my)\b/i],
  [
    "late_driver",
    /\bwhere(?:'s| is) (my|the) (driver|shuttle|van|car|ride)\b|\b(driver|shuttle|van) (is|'s) late\b|\bhasn'?t (come|arrived|shown)/i,
  ],
  ["change_request", /\b(change|reschedule|move) (my|the|our|it)\b|\b(different|earlier|later) (time|day|date)\b/i],
  ["new_booking", /\b(book|make|new) (a |an |another )?(ride|trip|reservation|shuttle|booking)\b/i],
  ["message", /\b(take|leave|pass on) a message\b|\bcomplain|\bcall me back\b|\bhave (someone|the office) call\b/i],
];

// More specific questions come before more general ones.
const TOPICS: [Topic, RegExp][] = [
  ["hours", /\b(office hours|business hours|are you open|when do you (open|close))\b/i],
  ["terminal", /\bterminal\b/i],
  ["flight", /\bflight\b/i],
  ["driver", /\b(driver|driving|chauffeur)\b/i],
  ["vehicle", /\b(vehicle|car|van|what (am I|are we) riding)\b/i],
  ["passengers", /\b(passengers?|how many (people|of us|seats))\b/i],
  [
    "dropoff_time",
    /\b(drop(ped|ping)?[- ]?off|arrive|get there)\b.*\b(time|when)\b|\b(when|time)\b.*\b(drop(ped)?[- ]?off|arrive|get there)\b/i,
  ],
  ["dropoff", /\b(drop(ped)?[- ]?off|destination|going to|where (am I|are we) going)\b/i],
  ["pickup_address", /\b(where|address|location)\b/i],
  ["notes", /\b(notes?|instructions?|requests?|car seats?)\b/i],
  ["pickup_time", /\b(what time|when|pick[- ]?up|time)\b/i],
  ["status", /\b(status|confirmed|still on|cancelled)\b/i],
];

function first<T>(rules: [T, RegExp][], line: string): T | null {
  return rules.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

function match(line: string, pattern: RegExp): string | null {
  return pattern.exec(line)?.[1]?.replace(/[.,]$/, "") ?? null;
}
