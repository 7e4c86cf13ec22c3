import type { CallAnalysis } from "./call-object.ts";
import type { CallSession } from "./call-session.ts";
import type { Talk } from "./talk.ts";

type Field = NonNullable<CallSession["agent"]["post_call_analysis_data"]>[number];

/** What Retell's model would write after the call, based on what happened in the script. */
export function analyse(talk: Talk): CallAnalysis {
  const { outcome, session } = talk;
  const said = session.call.transcript_object.filter((u) => u.role === "user").map((u) => u.content);
  const helped = outcome.finds > 0 || outcome.messages > 0 || outcome.transferredTo !== null;
  const fields = said.length > 0 ? (session.agent.post_call_analysis_data ?? []) : []; // none without a conversation
  const custom = fields.flatMap((field) => (field.type === "system-presets" ? [] : [[field.name, fill(field, talk)]]));
  return {
    call_summary: summary(talk, said.length),
    user_sentiment: said.some((line) => /\b(thanks?|thank you|great|perfect)\b/i.test(line)) ? "Positive" : "Neutral",
    call_successful: helped,
    in_voicemail: false,
    custom_analysis_data: Object.fromEntries(custom),
  };
}

function summary({ outcome }: Talk, turns: number): string {
  const parts = [
    turns === 0 ? "The caller said nothing." : `The caller spoke ${turns} times.`,
    outcome.lookUps > 0 ? `The agent looked up ${outcome.lookUps} and found ${outcome.finds} reservations.` : "",
    outcome.messages > 0 ? "A message was taken for the office." : "",
    outcome.transferredTo !== null ? `The call was transferred to the ${outcome.transferredTo}.` : "",
    outcome.apologised ? "The agent could not help and asked the caller to call back." : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

// Fields that name a known fact get it; the others get what a model returns when it found nothing.
function fill(field: Exclude<Field, { type: "system-presets" }>, talk: Talk): string | number | boolean {
  const { outcome } = talk;
  if (field.type === "boolean") return field.name === "callback_requested" && outcome.messages > 0;
  if (field.type === "number") return 0;
  if (field.type === "string") {
    const texts: Record<string, string> = {
      caller_name: outcome.callerName,
      confirmation_number: outcome.confirmation,
      unanswered_question: outcome.unanswered,
    };
    return texts[field.name] ?? "";
  }
  const fitting: Record<string, RegExp> = { caller_language: /english/i, caller_reason: reasonFor(talk) };
  const fits = field.choices.find((choice) => (fitting[field.name] ?? wanted(talk)).test(choice));
  return fits ?? field.choices.at(-1) ?? "";
}

const REASONS: [said: RegExp, reason: RegExp][] = [
  [/\bcancel/i, /cancel/],
  [/\b(change|move|reschedule)\b/i, /change/],
  [/\b(lost|left|forgot)\b/i, /lost/],
  [/\b(quote|price|how much|book a|new (ride|booking))\b/i, /new_booking/],
  [/\bwhere\b.*\b(driver|ride|car|van)\b/i, /driver/],
  [/\bflight\b/i, /flight/],
  [/\b(confirmation|reservation|pick|ride|booked)\b/i, /pickup/],
];

/** What the caller wanted, by words that callers in scripts use; what needs an office comes first. */
function reasonFor({ session }: Talk): RegExp {
  const lines = session.call.transcript_object.filter(({ role }) => role === "user").map(({ content }) => content);
  return REASONS.find(([said]) => lines.some((line) => said.test(line)))?.[1] ?? /not_sure/;
}

function wanted({ outcome }: Talk): RegExp {
  if (outcome.transferredTo !== null) return new RegExp(`transfer.*${outcome.transferredTo}|transfer`, "i");
  if (outcome.messages > 0) return /message/i;
  if (outcome.finds > 0) return /answered|found$|success/i;
  if (outcome.lookUps > 0) return /not_found|not found/i;
  return /not_helped|unresolved/i;
}
