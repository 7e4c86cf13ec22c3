import { phoneText } from "../../components/phone-text.ts";
import type { ToolUse } from "./conversation.ts";

export type ToolWords = {
  title: string;
  /** What went in, by names an operator knows. */
  given: [label: string, value: string][];
  /** What came out, in a word or two; null where there is nothing to tell. */
  outcome: { words: string; good: boolean } | null;
  /** What came out, in a sentence. */
  told: string | null;
};

type Fields = Record<string, unknown>;

const TITLES: Record<string, string> = {
  check_reservation: "Looked up a reservation",
  take_message: "Passed a message on",
  transfer_to_driver: "Put the caller through to the driver",
  transfer_to_office: "Put the caller through to the office",
  end_call: "Hung up",
};

const LABELS: Record<string, string> = {
  telephone: "Phone",
  pickup_date: "Pick-up date",
  callback_number: "Call back on",
  caller_name: "Name",
  category: "About",
};

/** Sent with every look-up by the agent's settings: not what the caller said. */
const NOT_HEARD = ["user_id", "business_hours_start", "business_hours_end"];

/** What a tool was asked and answered, in words. What it says in full stays in its JSON. */
export function toolWords(use: ToolUse): ToolWords {
  const { name, given, result, ok } = use;
  const title = TITLES[name] ?? spaced(name);
  const asked = typeof given === "string" ? { given } : (given ?? {});
  const answer = typeof result === "string" || result === null ? {} : result;
  const text = typeof result === "string" ? result : sentence(answer.message);
  const words = { title, given: givenWords(asked) };
  if (ok === null) {
    const awaited = name === "check_reservation" || name === "take_message";
    return { ...words, outcome: awaited ? { words: "No answer", good: false } : null, told: null };
  }
  if (!ok) return { ...words, outcome: { words: "Failed", good: false }, told: text };
  if (name === "check_reservation") return { ...words, ...lookUpWords(answer) };
  if (name === "take_message") {
    const taken = answer.taken !== false;
    return { ...words, outcome: { words: taken ? "Passed on" : "Not taken", good: taken }, told: taken ? null : text };
  }
  return { ...words, outcome: { words: "Done", good: true }, told: name in TITLES ? null : text };
}

function lookUpWords(answer: Fields): Pick<ToolWords, "outcome" | "told"> {
  if (answer.found === true) return { outcome: { words: "Found", good: true }, told: sentence(answer.summary) };
  if (answer.locked === true) {
    return { outcome: { words: "Locked", good: false }, told: "There were too many look-ups without a result." };
  }
  if (answer.verification_required === true) {
    return { outcome: { words: "Not shown", good: false }, told: "The last name or the pick-up date was needed too." };
  }
  return { outcome: { words: "Not found", good: false }, told: firstSentence(answer.message) };
}

function givenWords(given: Fields): [string, string][] {
  return Object.entries(given)
    .filter(([name, value]) => !NOT_HEARD.includes(name) && value !== null && value !== "")
    .map(([name, value]) => [LABELS[name] ?? spaced(name), valueText(name, value)]);
}

function valueText(name: string, value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (name === "category") return value.replaceAll("_", " ");
  return phoneText(value);
}

function spaced(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : "Used a tool";
}

/** The rest of a message tells the agent what to do next. */
function firstSentence(value: unknown): string | null {
  return sentence(value)?.replace(/^(.+?[.!?])\s.*$/s, "$1") ?? null;
}

function sentence(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
