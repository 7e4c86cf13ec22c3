import { phoneText } from "../../../worker/phone/phone-text.ts";
import type { ToolName } from "../../../worker/tools/definitions.ts";
import type { ToolUse } from "./conversation.ts";

export type ToolWords = {
  title: string;
  /** What was sent, by names that operators know. */
  given: [label: string, value: string][];
  /** The result in a word or two; null if there is nothing to say. */
  outcome: { words: string; good: boolean } | null;
  /** The result in a sentence. */
  detail: string | null;
};

type Fields = Record<string, unknown>;

const OUR_TOOLS: Record<ToolName, string> = {
  check_reservation: "Looked up a reservation",
  take_message: "Took a message",
};

const TITLES: Record<string, string> = {
  ...OUR_TOOLS,
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

/** The agent's settings add these to every look-up; the caller does not say them. */
const FROM_SETTINGS = ["user_id", "business_hours_start", "business_hours_end"];

/** What a tool was sent and what it returned, in words. The full data is shown as JSON. */
export function toolWords(use: ToolUse): ToolWords {
  const { name, given, result, ok } = use;
  const title = TITLES[name] ?? spaced(name);
  const asked = typeof given === "string" ? { given } : (given ?? {});
  const answer = typeof result === "string" || result === null ? {} : result;
  const text = typeof result === "string" ? result : sentence(answer.message);
  const words = { title, given: givenWords(asked) };
  if (ok === null) {
    return { ...words, outcome: name in OUR_TOOLS ? { words: "No answer", good: false } : null, detail: null };
  }
  if (!ok) return { ...words, outcome: { words: "Failed", good: false }, detail: text };
  const acted = sentence(answer.try_out);
  if (acted) return { ...words, outcome: { words: "Acted out", good: true }, detail: acted };
  if (name === "check_reservation") return { ...words, ...lookUpWords(answer) };
  if (name === "take_message") {
    const taken = answer.taken !== false;
    return { ...words, outcome: { words: taken ? "Saved" : "Not saved", good: taken }, detail: taken ? null : text };
  }
  return { ...words, outcome: { words: "Done", good: true }, detail: name in TITLES ? null : text };
}

function lookUpWords(answer: Fields): Pick<ToolWords, "outcome" | "detail"> {
  if (answer.found === true) return { outcome: { words: "Found", good: true }, detail: sentence(answer.summary) };
  if (answer.locked === true) {
    return {
      outcome: { words: "Locked", good: false },
      detail: "There were too many look-ups, so the agent offered to take a message.",
    };
  }
  if (answer.verification_required === true) {
    return {
      outcome: { words: "Not shown", good: false },
      detail: "The caller also had to give more details of the booking.",
    };
  }
  return { outcome: { words: "Not found", good: false }, detail: firstSentence(answer.message) };
}

function givenWords(given: Fields): [string, string][] {
  return Object.entries(given)
    .filter(([name, value]) => !FROM_SETTINGS.includes(name) && value !== null && value !== "")
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

/** The rest of the message tells the agent what to do next. */
function firstSentence(value: unknown): string | null {
  return sentence(value)?.replace(/^(.+?[.!?])\s.*$/s, "$1") ?? null;
}

function sentence(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
