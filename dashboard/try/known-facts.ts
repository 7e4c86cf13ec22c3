import { phoneText } from "../../worker/phone/phone-text.ts";
import type { Variables } from "./try-replies.ts";

type Fact = { label: string; words: (value: string) => string };

const asItIs = (value: string) => value;
const yesOrNo = (value: string) => (value === "true" ? "yes" : "no");

/** What the agent knows when it answers, in the operator's words; null for what only our own routes use. */
const FACTS: Record<keyof Variables, Fact | null> = {
  caller_number: { label: "The caller's number", words: (value) => (value ? phoneText(value) : "withheld") },
  recognised_caller: { label: "Probably calling", words: (value) => value || "not recognized" },
  recognised_pickup: { label: "Their next pick-up", words: asItIs },
  company_name: { label: "Your company", words: asItIs },
  local_time: { label: "Time at your office", words: asItIs },
  is_open: { label: "Office open now", words: yesOrNo },
  business_hours: { label: "Hours it tells callers", words: asItIs },
  after_hours_message: { label: "After-hours message", words: (value) => value || "none" },
  transfer_enabled: { label: "May connect to drivers", words: yesOrNo },
  office_phone: { label: "Office phone", words: (value) => (value ? phoneText(value) : "none") },
  forward_reason: { label: "Why the office did not answer", words: asItIs },
  tenant_loaded: null,
  user_id: null,
  welcome_message: null, // stands in the conversation
  business_hours_start: null,
  business_hours_end: null,
  timezone: null,
  driver_phone: null, // filled by a look-up
};

/** The known facts, in order. */
export function knownFacts(variables: Variables): [label: string, words: string][] {
  return Object.entries<Fact | null>(FACTS).flatMap(([name, fact]): [string, string][] => {
    const words = fact?.words(variables[name as keyof Variables]) ?? ""; // the names are the record's own
    return fact && words ? [[fact.label, words]] : [];
  });
}
