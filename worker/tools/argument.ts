import * as z from "zod";

/** Longest text the model may put into one look-up argument, in characters: names and addresses fit. */
const LONGEST_ARGUMENT = 200;

const UNRENDERED_VARIABLE = /^\{\{.*\}\}$/s;

/**
 * One optional look-up argument as language models really send it: text or a number
 * (kept as text). For "I have none" they send null, blanks or a dynamic variable
 * that Retell left unrendered. Anything else is refused with the field named.
 */
export const argument = (description?: string) => {
  const text = z
    .string({ error: ({ input }) => reason(input) })
    .max(LONGEST_ARGUMENT, `must be ${LONGEST_ARGUMENT} characters or less`);
  const field = z.preprocess(normalise, text.optional());
  return description === undefined ? field : field.describe(description);
};

function reason(input: unknown): string {
  return typeof input === "number" ? "is too long for a number: send it as text" : "must be text or a number";
}

function normalise(value: unknown): unknown {
  if (value === null) return undefined;
  // The JSON parser has already rounded digits beyond the safe range, so that is not the caller's number any more.
  if (typeof value === "number") return Number.isSafeInteger(Math.trunc(value)) ? String(value) : value;
  if (typeof value !== "string") return value;
  const trimmed = value.trim();
  return trimmed === "" || UNRENDERED_VARIABLE.test(trimmed) ? undefined : trimmed;
}
