import * as z from "zod";
import { oneOf } from "../lib/one-of.ts";
import { CALL_LANGUAGES, CALL_REASONS } from "./call-reasons.ts";

// Only the event's name and the call's id are required: an odd value elsewhere must not lose the whole event.
const text = z.string().nullish().catch(null);
const number = z.coerce.number().nullish().catch(null);
const instant = number.transform((value) => (value == null ? null : Math.round(value)));
const duration = instant.transform((value) => (value !== null && value < 0 ? null : value)); // clocks that disagree

/** One of our own words; null for anything else that the analysis may hold. */
const word = <Word extends string>(words: Record<Word, string>) => z.enum(oneOf(words)).nullish().catch(null);

/** The fields we read from an event; all others are kept too. Lists such as the reasons grow, so they are plain text. */
export const callEvent = z.looseObject({
  event: z.string().min(1).max(64),
  call: z.looseObject({
    call_id: z.string().min(1),
    call_status: z.string().catch("unknown"),
    agent_version: instant,
    direction: text,
    from_number: text,
    to_number: text,
    metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
    start_timestamp: instant,
    end_timestamp: instant,
    duration_ms: duration,
    disconnection_reason: text,
    transfer_destination: text,
    call_analysis: z
      .looseObject({
        call_summary: text,
        user_sentiment: text,
        call_successful: z.boolean().nullish().catch(null),
        custom_analysis_data: z
          .looseObject({ caller_reason: word(CALL_REASONS), caller_language: word(CALL_LANGUAGES) })
          .nullish()
          .catch(null),
      })
      .nullish()
      .catch(null),
    call_cost: z.looseObject({ combined_cost: number }).nullish().catch(null),
  }),
});

export type CallEvent = z.output<typeof callEvent>;

const ABOUT_A_CALL = /^(?:call_(?:started|ended|analyzed)|transcript_updated|transfer_\w+)$/; // Retell contract 6

const otherEvent = z
  .looseObject({ event: z.string().min(1).max(64), call: z.undefined().optional() })
  .refine(({ event }) => !ABOUT_A_CALL.test(event));

/**
 * Whether Retell reports something other than a call: a chat, a text message, a ring, or something that it adds one day.
 */
export function isAboutSomethingElse(body: unknown): boolean {
  return otherEvent.safeParse(body).success;
}

/**
 * The event as we store it: without the timing of every word, which is most of its size. For each utterance only the
 * start of its first word is kept, as `start_ms` from the beginning of the call. A D1 row can hold two megabytes.
 */
export function keptPayload(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) => withoutWords(value));
}

function withoutWords(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("words" in value)) return value;
  const { words, ...rest } = value;
  const [first] = Array.isArray(words) ? words : [];
  return typeof first?.start === "number" ? { ...rest, start_ms: Math.round(first.start * 1000) } : rest;
}
