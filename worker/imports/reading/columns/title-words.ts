import { WORDS } from "./title-vocabulary.ts";

/** What a title speaks of: the concepts of the vocabulary, and in `other` how many of its words mean nothing to us. */
export type TitleWords = { said: ReadonlySet<string>; other: number };

const known = new Map<string, TitleWords>();

/** The concepts of a column's title, in any of the usual ways of writing it: "P/U Date", "pickupDate", "Member's Phone #". */
export function titleWords(title: string): TitleWords {
  const before = known.get(title);
  if (before) return before;
  if (known.size > 5000) known.clear();
  const written = plainTitle(title).split(" ").filter(Boolean);
  // Inside a whole sentence "to" and "from" name no side.
  const words = written.length > 3 ? written.filter((word, i) => i === 0 || !PREPOSITIONS.includes(word)) : written;
  const concepts = words.map((word) => conceptsOf(word));
  const read: TitleWords = {
    said: new Set(concepts.flatMap((one) => one ?? [])),
    other: concepts.filter((one) => one === null).length,
  };
  known.set(title, read);
  return read;
}

/** The title as words: no accents, case, possessives or hints in brackets; camelCase and snake_case apart. */
function plainTitle(title: string): string {
  const plain = title
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s\b/gi, "")
    .replace(/\b[dl]['’](?=\p{L})/giu, " ")
    .replace(/\(s\)|\*/g, "")
    .replace(/#|№|\bN\s?[°º]|\bno\.(?=\s|$)/gi, " number ")
    .replace(/(\p{L}{2})(\d+)(?=\b|_)/gu, "$1 $2")
    .replace(/\b(P|D)\s?\/\s?(?:U|O)\b/gi, (_, side: string) => (side.toUpperCase() === "P" ? " pickup " : " dropoff "))
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\[([^\]]*)\]|\(([^)]*)\)/g, (_, square?: string, round?: string) => hint(square ?? round ?? ""))
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return PHRASES.reduce(
    (text, [phrase, concept]) => text.replace(phrase, ` ${concept} `).replace(/ {2,}/g, " "),
    ` ${plain.trim()} `,
  );
}

/** "(mobile)" belongs to the title; "(Street, City, and State Required)" is an instruction. */
function hint(inside: string): string {
  const words = inside.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.length > 1 || INSTRUCTIONS.has(words[0] ?? "") ? " " : ` ${inside} `;
}

const INSTRUCTIONS = new Set(
  "required optional mandatory obligatorio opcional pflichtfeld optionnel obligatoire".split(" "),
);

/** Words that say nothing of what stands in a column. */
const JOINING = new Set(
  "for the and your our und fur pour para por les des del los las der den attributes attribute data fields properties".split(
    " ",
  ),
);

const PREPOSITIONS = ["from", "to", "de", "desde", "hasta", "von", "nach", "do"];

const PHRASES: [RegExp, string][] = [
  // Before "get you" and "are you": where somebody is asked to be taken.
  [
    /^ where .*\b(?:going|go|headed|heading|travelling to|traveling to|take you|taking you|taken|drop|off to|be dropped)\b.*$/g,
    "dropoff address",
  ],
  [/^ where .*\b(?:you|collect|pickup|pick up|from|meet|start|starting)\b.*$/g, "pickup address"],
  [/ boarding (?=time |at |from |until |begins )/g, "unrelated "], // of a ship or a plane
  [
    / (?:note|notes|message|comment|comments|instructions|info) (?:to|for) (?:the )?(?:driver|chauffeur|dispatcher|office)(?= )/g,
    "driver notes",
  ],
  [/ whats app(?= )/g, "whatsapp"],
  [/ (?:for whom|for who|who is (?:it|this|the ride) for|who needs the ride)(?= )/g, "full name"],
  [/^ (?:de|from) $/g, "pickup"],
  [/^ a $/g, "dropoff"],
  [/^ (?:a d|d a|i o|in out|arr dep|dep arr|inbound outbound|to from|aller retour) $/g, "direction"],
  [
    / (?:booked|reserved|reservation|booking|requested|ordered|scheduled|bestellt|vorbestellt|gebucht|reservado|programado|reserve|prevu) (?:for|fur|para|pour)(?= $)/g,
    "bookedfor",
  ],
  [/^ (?:required|needed|ready|leaves?)(?: (?:at|by|for|on))? $/g, "scheduled"],
  [/ (?:time required|required time|date required|required date)(?= )/g, "scheduled time"],
  [
    / (?:assigned|dispatched|given|allocated|zugewiesen|asignado|affecte|attribue|vergeben) (?:to|an|a)(?= )/g,
    "assigned",
  ],
  [/ dispatch status(?= )/g, "trip status"],
  [/ (?:boarding|boarding point|meet|meeting) (?:point|stop|place|location|at)(?= )/g, "pickup address"],
  [/ rendez vous(?= )/g, "rendezvous"],
  [/ abhol ?termin(?= )/g, "pickup time"],
  [/ (?:behandlungs|unterrichts|dienst|schicht|schul)beginn(?= )/g, "appointment time"],
  [/ (?:window|slot|zeitfenster|ventana) (?:end|to|close|closes|latest|bis|fin)(?= )/g, "latest"],
  [/ (?:window|slot|zeitfenster|ventana) (?:start|from|open|opens|begin|earliest|von|inicio)(?= )/g, "earliest"],
  [/ (?:day|daytime|evening|night) (?=(?:phone|tel|telephone|number|mobile|cell) )/g, "alt "],
  [/ (?:text|cb) (?:number|no|phone)(?= )/g, "mobile"],
  [
    / (?:(?:dr|doctor|chair|class|bell|surgery|procedure|treatment|clinic) time|(?:class|shift|school|work|treatment) (?:start|starts|begins)(?: time)?)(?= )/g,
    "appointment time",
  ],
  [/ (?:pick|picking) (?:you |me |us )?up(?= )/g, "pickup"],
  [/ drop(?:ping)? (?:you |me |us )?off(?= )/g, "dropoff"],
  [/ (?:prise en charge|lieu de depart|adresse de depart)(?= )/g, "pickup address"],
  [/ (?:where are you|are you) (?:going|headed)(?= )/g, "dropoff address"],
  [/ line (?=\d)/g, ""],
  [/ d o s(?= )| dos(?= )/g, "trip date"],
  [/ wie heissen sie(?= )/g, "full name"],
  [/ (?:a )?donde (?:va|vas|van|viaja)(?= )| ou allez vous(?= )/g, "dropoff address"],
  [
    / (?:nom et prenoms?|prenoms? et nom|nombres? y apellidos?|apellidos? y nombres?|vor und nachname|name (?:und )?vorname|first (?:and )?last name|last name first name|surname first name|nachname (?:und )?vorname|nombre completo)(?= )/g,
    "full name",
  ],
  [/ (?:what|who|which) (?:is|are|s|was)(?= )/g, ""],
  [/ special needs(?= )/g, "special notes"],
  [/ how many(?= )/g, "count"],
  [
    / (?:total|no|number|anzahl) (?:of |de |der )?(?:customers|participants|pax|passengers|guests|people|persons|riders|travell?ers|seats)(?= )/g,
    "count",
  ],
  [
    / (?:customers?|participants?|pax|passengers?|guests?|people|persons?|riders?|travell?ers?) (?:total|count|qty)(?= )/g,
    "count",
  ],
  [/ tour operator(?= )/g, "contact"],
  [
    / (?:(?:must )?arrive by|be there by|must be there(?: by)?|arrival deadline|latest arrival|required arrival|dropoff by|due at|needed by)(?= )/g,
    "appointment time",
  ],
  [/ (?:set down)(?= )/g, "dropoff"],
  [/ (?:head count)(?= )/g, "count"],
  [/ nombre (?:de|total de)(?= (?:passagers|personnes|voyageurs|places) )/g, "count"],
  [/ (?:anything else|something else|what else)(?= )/g, "notes"],
  [/ (?:sign in|signed in|check in|check out)(?= )/g, "unrelated"],
  [/ (?:day of week|day of the week|week day)(?= )/g, "weekday"],
  [/ (?:date of birth|d o b|fecha de nacimiento)(?= )/g, "birth"],
  [/ (?:date of (?:service|trip|travel|transport|ride))(?= )/g, "trip date"],
  [/ (?:time of (?:pickup|trip|service))(?= )/g, "pickup time"],
  [/ (?:cell phone|mobile phone|cellular phone|phone mobile|telefono movil|mobil telefon)(?= )/g, "mobile"],
  [/ (?:call ?back) (?:number|phone|tel|telephone|mobile|no)(?= )/g, "phone"],
  [/ contact (?:number|no)(?= )/g, "contact phone"],
  [/ requests? (?:number|no|id|code|ref|reference)(?= )/g, "booking number"],
  [/ requests? (?:date|time|datetime|timestamp)(?= )/g, "created date"],
  [/ (?:f|fec) (?:de )?(?=recogida|servicio|salida|viaje|entrega|vuelo|llegada|traslado|reserva)/g, "date "],
  [/ (?:h|hra) (?:de )?(?=recogida|servicio|salida|viaje|entrega|vuelo|llegada|traslado)/g, "time "],
  [/ f name(?= )/g, "first name"],
  [/ l name(?= )/g, "last name"],
  [/ (?:preferred|nick|display|legal) name(?= )/g, "alt name"],
  [/ (?:no|n) shows?(?= )/g, "ended"],
  [/ additional (?:passengers?|riders?|guests?|people|travell?ers?)(?= )/g, "alt count"],
  [/ (?:on location|on loc|on site|on scene)(?= )/g, "actual"],
  [/ (?:will call)(?= )/g, "willcall"],
  [/ (?:return|sign) to work(?= )/g, "unrelated"],
  [/ (?:zip|postal|post) code(?= )/g, "zip"],
  [/ (?:street|house|building) number(?= )/g, "housenumber"],
  [/ (?:party|group) size(?= )/g, "count"],
  [/ (?:record locator|localizador)(?= )/g, "reference"],
  [/ (?:mode of transportation|mode of transport|mobility type)(?= )/g, "mobility"],
  [/ (?:booking|reservation|trip|ride) (?:made|created|placed|entered) (?:on|at|by)?(?= )/g, "created"],
  [/ (?:booked|ordered|reserved|arranged) (?:by|for us by)(?= )/g, "contact name"],
  [
    / (?:requested|entered|created|authori[sz]ed|approved|taken|modified|updated|confirmed|accepted|cancell?ed|dispatched|assigned) by(?= )/g,
    "staff",
  ],
];

function conceptsOf(word: string): readonly string[] | null {
  const direct = WORDS.get(word);
  if (direct) return direct;
  if (JOINING.has(word)) return [];
  if (/^\d/.test(word) || word.length < 3) return word.length < 3 || /^\d+$/.test(word) ? [] : null;
  const singular = /(?:es|s|e|en|n)$/.test(word) ? WORDS.get(word.replace(/(?:es|s|en|e|n)$/, "")) : undefined;
  return singular ?? compound(word);
}

/** Of two letters only these end a compound: "flightno" is one, "stato" is none. */
const SHORT_ENDS = new Set(["no", "nr", "id", "nb", "tm", "dt", "ph"]);

/** "Flugnummer", "pickupaddress": two words that are known, perhaps with a German joint between them. */
function compound(word: string): readonly string[] | null {
  for (let at = word.length - 2; at >= 2; at--) {
    const last = WORDS.get(word.slice(at));
    if (!last || (word.length - at === 2 && !SHORT_ENDS.has(word.slice(at)))) continue;
    const start = word.slice(0, at);
    const first = WORDS.get(start) ?? WORDS.get(start.replace(/(?:s|n|es|en)$/, ""));
    if (first && start.length >= 2) return [...first, ...last];
  }
  return null;
}
