import { AMBIGUOUS_WORDS, letterOf } from "./letter-words.ts";
import { NUMBER_WORDS, REPEATS } from "./number-words.ts";
import { CORRECTIONS, DENIALS, FILLERS, LEADS_OVER, PARTIAL, SEPARATORS, TOPICS, type Topic } from "./phrases.ts";
import { phraseAt, type Word } from "./words.ts";

const TOPIC_NAMES = ["number", "confirmation", "phone", "name", "other"] as const;

type Segment = { topic: Topic | null; words: Word[] };

/**
 * The words that say the number itself: "my confirmation number is 507 and my name
 * is Rhea" → 507. What follows a name, a flight or a day is not the number, unless
 * there is nothing else. Empty for a part of a number ("the last four are 0012").
 */
export function passageAbout(wanted: "confirmation" | "phone", words: Word[]): Word[] {
  const segments = segmentsOf(withoutDenied(words));
  const order = [wanted, null, wanted === "phone" ? "confirmation" : "other", "other"];
  for (const isTold of [isNumber, isLetter, isHomophone]) {
    const told = segments.filter((segment) => segment.words.some(isTold));
    for (const topic of order) {
      const last = told.findLast((segment) => segment.topic === topic);
      if (last) return last.words.some(({ text }) => PARTIAL.has(text)) ? [] : last.words;
    }
  }
  return [];
}

/** "507, not 508" and "not 508, 507" are 507. */
function withoutDenied(words: Word[]): Word[] {
  const at = words.findIndex(({ text }) => DENIALS.has(text));
  if (at === -1) return words;
  const before = words.slice(0, at);
  if (before.some(isNumber)) return before;
  const after = words.slice(at + 1);
  const instead = after.findIndex(({ text, pause }) => pause || text === "but" || text === "its");
  return instead > 0 && after.slice(instead).some(isNumber) ? after.slice(instead) : words;
}

function segmentsOf(words: Word[]): Segment[] {
  let current: Segment = { topic: null, words: [] };
  const segments = [current];
  for (let at = 0; at < words.length; at++) {
    const separator = phraseAt(words, at, SEPARATORS);
    const word = words[at];
    if (!word) break;
    const found = separator > 0 ? undefined : topicAt(words, at);
    if (!found) {
      current.words.push(...words.slice(at, at + Math.max(1, separator)));
      at += Math.max(1, separator) - 1;
      continue;
    }
    at += found.length - 1;
    if (goesOn(current, found.topic, words[at + 1])) {
      if (found.topic === "number") current.words.push(word);
    } else {
      while (LEADS_OVER.has(current.words.at(-1)?.text ?? "")) current.words.pop();
      current = { topic: found.topic === "number" ? null : found.topic, words: [] };
      segments.push(current);
    }
  }
  return segments;
}

/** The topic whose phrase is the longest here: "area code" is about a telephone, "code" about a confirmation. */
function topicAt(words: Word[], at: number): { topic: Topic | "number"; length: number } | undefined {
  const found = TOPIC_NAMES.map((topic) => ({ topic, length: phraseAt(words, at, TOPICS[topic]) }));
  const longest = found.reduce((best, next) => (next.length > best.length ? next : best));
  if (longest.length > 0) return longest;
  return isForSomebody(words, at) ? { topic: "name", length: 2 } : undefined;
}

/** "for Stone" names a person, "B for Bravo" a letter and "three for two" a digit. */
function isForSomebody(words: Word[], at: number): boolean {
  const [before = "", link, name = ""] = [words[at - 1]?.text, words[at]?.text, words[at + 1]?.text];
  if ((link !== "for" && link !== "para") || !/^[a-z]{3,}$/.test(name)) return false;
  if (phraseAt(words, at + 1, SEPARATORS) > 0 || phraseAt(words, at + 1, CORRECTIONS) > 0) return false;
  if (isNumber({ text: name, pause: false }) || FILLERS.has(name) || PARTIAL.has(name) || AMBIGUOUS_WORDS.has(name))
    return false;
  return letterOf(before) !== name.charAt(0) && letterOf(name) === undefined && !REPEATS.has(name);
}

/** Whether the word leaves the segment as it is: "R E S, then the number 2026", "phone number", "this is 507". */
function goesOn(current: Segment, topic: Topic | "number", next: Word | undefined): boolean {
  if (topic === "name") return next !== undefined && isNumber(next);
  if (topic !== "number") return topic === current.topic;
  if (current.topic === "name") return false;
  if (current.topic === "other") return current.words.length === 0;
  return !current.words.some(isNumber);
}

function isLetter({ text }: Word): boolean {
  return letterOf(text) !== undefined;
}

/** "oh oh for" */
function isHomophone({ text }: Word): boolean {
  return /^(?:o|oh|to|too|for)$/.test(text);
}

function isNumber({ text }: Word): boolean {
  return /\d/.test(text) || NUMBER_WORDS.has(text);
}
