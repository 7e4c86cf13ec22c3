import { createInterface } from "node:readline/promises";
import { askForCall } from "../../scripts/ask-for-call.ts";
import { mailedLink } from "../company.ts";
import { ByHand } from "./checklist.ts";

/** A call and what its caller must hear. */
export type Wish = {
  to: string;
  from: string;
  say: string[];
  greeting: string;
  hears?: string;
  /** What only another company's callers may hear. */
  neverHears?: string[];
};

/** Where the checklist is checked: what the product's own pages cannot do there. */
export type Ground = {
  url: string;
  /** The address of a company's operator, in this run alone. */
  mailbox: (name: string) => string;
  mailedLink: (email: string, word: string, since: number) => Promise<string>;
  /** Calls, and fails if something else is heard. Returns how long the call lasted, in seconds. */
  call: (wish: Wish) => Promise<number>;
  /** What Retell's API says at a path; null where it knows nothing. */
  retell: (path: string) => Promise<Record<string, unknown> | null>;
  /** How Sun City Express's operator signs in; null where nobody gave it. */
  sunCityPassword: string | null;
  /** The second company's number: at its trunk, and the one that the office has at Twilio. */
  trunk: { number: string; uri: string };
};

const RUN = Date.now().toString(36);

type Local = { url: string; emulatorUrl: string; retellKey: string; sunCityPassword: string };

/** This machine: the emulator places the calls, keeps the mail and stands for Retell. */
export function localGround({ url, emulatorUrl, retellKey, sunCityPassword }: Local): Ground {
  return {
    url,
    mailbox: (name) => `desk-${RUN}@${name}.example`,
    mailedLink: (email, word, since) => mailedLink(emulatorUrl, email, word, since),
    call: async (wish) => {
      const { report } = await askForCall({ to: wish.to, from: wish.from, say: wish.say }, emulatorUrl, url);
      if (!report.ok) throw new Error(`The call to ${wish.to} failed: ${report.error}`);
      compare(wish, report.greeting, report.transcript.map(({ content }) => content).join("\n"));
      return report.timings.duration_ms / 1000;
    },
    retell: (path) => askRetell(emulatorUrl, retellKey, path),
    sunCityPassword,
    trunk: { number: `+150555501${10 + (Date.now() % 90)}`, uri: "painted-desert.pstn.twilio.com" },
  };
}

type Remote = {
  url: string;
  email: string;
  retellKey: string | null;
  sunCityPassword: string | null;
  trunk: Ground["trunk"];
};

const ABOUT_A_CALL_SECONDS = 60;

/** A deployed copy: a person reads the mail and dials real numbers, and says what they heard. */
export function remoteGround({ url, email, retellKey, ...given }: Remote): Ground {
  return {
    ...given,
    url,
    mailbox: (name) => email.replace("@", `+${name}-${RUN}@`),
    mailedLink: (to, word) => ask(`Open the newest mail to ${to} and paste its link with “${word}” here:`),
    call: async ({ to, from, say, greeting, hears, neverHears = [] }) => {
      const asks = [
        `Dial ${to} from a phone${hears ? ` whose number is on the ride, as ${from} is in the list` : ""}.`,
        `You must hear: “${greeting}”`,
        ...say.map((line) => `Say: “${line}”`),
        ...(hears ? [`You must hear the name “${hears}”.`] : []),
        ...(neverHears.length > 0 ? [`You must never hear: ${neverHears.join(", ")}.`] : []),
      ].join("\n");
      const answer = await ask(`${asks}\nWas it so? [y/n]`);
      if (!/^y/i.test(answer)) throw new Error(`The person who called ${to} heard something else.`);
      return ABOUT_A_CALL_SECONDS;
    },
    retell: (path) => {
      if (retellKey) return askRetell("https://api.retellai.com", retellKey, path);
      throw new ByHand(`Set RETELL_API_KEY, or look at ${path} in Retell's dashboard.`);
    },
  };
}

/** Asks the person at the terminal. Without a terminal, what they would have to do is what is left. */
async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ByHand(question);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(`\n☎ ${question} `);
  } finally {
    terminal.close();
  }
}

function compare({ greeting, hears, neverHears = [], to }: Wish, greeted: string, heard: string): void {
  if (greeted !== greeting) throw new Error(`${to} greeted with “${greeted}” instead of “${greeting}”.`);
  if (hears && !heard.includes(hears)) throw new Error(`${to} did not tell of ${hears}:\n${heard}`);
  const leaked = neverHears.filter((words) => heard.includes(words));
  if (leaked.length > 0) throw new Error(`${to} told of another company: ${leaked.join(", ")}`);
}

async function askRetell(base: string, key: string, path: string): Promise<Record<string, unknown> | null> {
  const response = await fetch(base + path, { headers: { authorization: `Bearer ${key}` } });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`Retell answered ${path} with ${response.status}.`);
  return response.json();
}
