/** Dial strings, with N for the ten digits of the number that calls go to. */
type Codes = { on: string; off: string };

export type ForwardingLine = {
  name: string;
  kind: "Mobile" | "Cable and landline" | "Phone system";
  all?: Codes;
  noAnswer?: Codes;
  busy?: Codes;
  /** Tells what is switched on. */
  status?: string;
  /** Where the provider's own portal forwards by a schedule: the way to "after hours". */
  schedule?: string;
  /** Where sources contradict each other, in words for the operator. */
  conflict?: string;
  notes: string[];
  /** Weak: no page of the carrier itself says so, or its pages differ by region. */
  weak: boolean;
  /** Where the codes were read, in November 2026. */
  sources: string[];
};

const SET_UP_CALL =
  "The code calls your agent's number. Wait until the agent answers, then hang up. That call also shows us that your agent can be reached. If nobody answers, dial the code again.";
const GSM_STATUS_FIRST =
  "Before you change anything, dial *#61# and write down the number it shows: it is your carrier's voicemail. You need it to get your voicemail back later.";
const PORTAL_ONLY = "Codes do not work on this system. Set it up in its own portal or app.";

/**
 * How lines are forwarded in the United States. Codes differ by region and contract, so a test call decides. No number
 * of an operator stands here; `dialString` fills it in.
 */
export const FORWARDING_LINES = {
  verizon_wireless: {
    name: "Verizon Wireless",
    kind: "Mobile",
    all: { on: "*72N", off: "*73" },
    noAnswer: { on: "*71N", off: "*73" },
    busy: { on: "*71N", off: "*73" },
    notes: [
      "*71 covers both: nobody picks up, and you are on another call.",
      "On an iPhone, switch Live Voicemail off first (Settings, Apps, Phone), or *71 does not last.",
    ],
    weak: true,
    sources: ["CloudGreet, call forwarding guide", "rabroad.com, thread on *71"],
  },
  att_wireless: {
    name: "AT&T Wireless",
    kind: "Mobile",
    all: { on: "**21*1N#", off: "##21#" },
    noAnswer: { on: "*61*1N#", off: "#61#" },
    busy: { on: "*67*1N#", off: "#67#" },
    conflict:
      "Sources differ. Some lines use *92N# and *93# for no answer, and *90N# and *91# for busy. Try the codes below first; if your test call does not arrive, use the others.",
    notes: ["On an iPhone you can also use Settings, Apps, Phone, Call Forwarding for all calls."],
    weak: true,
    sources: ["help.housecallpro.com, Call Forwarding Index", "AT&T code lists of third parties"],
  },
  t_mobile: {
    name: "T-Mobile",
    kind: "Mobile",
    all: { on: "**21*1N#", off: "##21#" },
    noAnswer: { on: "**61*1N#", off: "##61#" },
    busy: { on: "**67*1N#", off: "##67#" },
    status: "*#61#",
    notes: [
      GSM_STATUS_FIRST,
      "For a phone that is switched off or has no signal, use **62* in the same way.",
      "Do not use ##004#: it switches your voicemail off as well.",
    ],
    weak: true,
    sources: ["GSM standard codes (3GPP TS 22.030)", "T-Mobile community forum"],
  },
  spectrum_business: {
    name: "Spectrum Business",
    kind: "Cable and landline",
    all: { on: "*72N", off: "*73" },
    noAnswer: { on: "*92N#", off: "*93" },
    busy: { on: "*90N#", off: "*91" },
    schedule: "Spectrum's voice portal has a schedule for call forwarding.",
    notes: [SET_UP_CALL],
    weak: true,
    sources: ["ringeden, Spectrum guide"],
  },
  comcast_business: {
    name: "Comcast Business",
    kind: "Cable and landline",
    all: { on: "*72N", off: "*73" },
    noAnswer: { on: "*92N#", off: "*93" },
    busy: { on: "*90N#", off: "*91" },
    notes: [SET_UP_CALL],
    weak: true,
    sources: ["help.housecallpro.com, Call Forwarding Index"],
  },
  cox_business: {
    name: "Cox Business",
    kind: "Cable and landline",
    schedule: "Cox's portal offers Selective Call Forwarding: choose the hours in which it counts.",
    notes: ["Cox's portal offers Always, Busy, No Answer (with a number of rings) and Not Reachable. Choose there."],
    weak: true,
    sources: ["docs.palona.ai, Cox guide"],
  },
  copper_landline: {
    name: "AT&T or Verizon landline",
    kind: "Cable and landline",
    all: { on: "*72N", off: "*73" },
    noAnswer: { on: "*92N", off: "*93" },
    busy: { on: "*90N", off: "*91" },
    conflict:
      "Sources differ. On some AT&T lines it is 72# and 73# instead of *72 and *73, and some lines use *71 for no answer. Often the phone company has to switch no answer on, with a fixed number of rings.",
    notes: [SET_UP_CALL],
    weak: true,
    sources: ["apartmentlines.com, call forwarding tutorial", "contactcommunications.com", "champlaintechnology.com"],
  },
  local_telephone: {
    name: "Local telephone company",
    kind: "Cable and landline",
    all: { on: "*72N", off: "*73" },
    noAnswer: { on: "*92N", off: "*93" },
    busy: { on: "*90N", off: "*91" },
    conflict:
      "Companies differ. Some want the number of rings (2 to 9) right after *92, before the number; some want # after the code or the number; some use *68 or *88 for busy.",
    notes: [SET_UP_CALL],
    weak: false,
    sources: [
      "georgia-broadband.com/phone/Forward_Calls.php",
      "citizenstel.net, Call Forward No Answer",
      "norvadosupport.com, Call Forwarding No Answer",
    ],
  },
  broadworks: {
    name: "Bell, Fidium, Spectrum Enterprise",
    kind: "Phone system",
    schedule: "In the portal, Call Forwarding Selective takes a time schedule and a holiday schedule.",
    notes: ["These companies use the same system (BroadWorks), and so do many smaller ones. Set it up in the portal."],
    weak: false,
    sources: ["proconnect.fidium.com", "smbguides.tmtx.ca"],
  },
  ringcentral: {
    name: "RingCentral",
    kind: "Phone system",
    schedule:
      "Under Call Handling there are rules for business hours and after hours. Forward in the after-hours rule.",
    notes: [PORTAL_ONLY],
    weak: false,
    sources: ["developers.ringcentral.com, company answering rules"],
  },
  webex: {
    name: "Webex Calling",
    kind: "Phone system",
    schedule: "Under Call Forwarding, operating modes forward by schedule.",
    notes: [PORTAL_ONLY],
    weak: false,
    sources: ["developer.webex.com, operating modes"],
  },
  other_voip: {
    name: "Google Voice, Grasshopper, Quo, Vonage, 8x8, Ooma",
    kind: "Phone system",
    notes: [PORTAL_ONLY, "Look for Call Forwarding, Call Routing or Business Hours. Not every plan has a schedule."],
    weak: true,
    sources: ["CloudGreet, call forwarding guide"],
  },
} satisfies Record<string, ForwardingLine>;

export type LineId = keyof typeof FORWARDING_LINES;

export const LINE_IDS = Object.keys(FORWARDING_LINES) as LineId[]; // the keys of that object

/** A code with the number in it: "*72N" and "+15205550142" give "*725205550142". Numbers outside +1 stay whole. */
export function dialString(code: string, e164: string): string {
  return code.replace("N", e164.replace(/^\+1(?=\d{10}$)/, "").replace("+", ""));
}

/** A link that dials it. "#" would end the address there, so it is encoded; "*" is allowed, but an iPhone refuses both. */
export function telLink(dial: string): string {
  return `tel:${encodeURIComponent(dial).replaceAll("%2B", "+")}`;
}
