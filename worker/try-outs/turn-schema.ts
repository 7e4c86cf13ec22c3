import * as z from "zod";

const LONGEST_LINE = 1_000; // characters of what the caller says: a minute of speech
const LONGEST_REPLY = 8_000; // of what the agent said, or gave a tool
const LONGEST_RESULT = 20_000; // a tool answers with 15,000 at most
const MOST_MESSAGES = 120; // longer than any call

const reply = (most: number) => z.string("Give text.").max(most, "This is longer than anything that we sent.");

/** What we sent may come back as it was. What tools answered is asked again and never taken from here. */
const message = z.discriminatedUnion(
  "role",
  [
    z.object({
      role: z.literal("user"),
      content: z
        .string("Give text.")
        .trim()
        .min(1, "Say something first.")
        .max(LONGEST_LINE, `Keep it under ${LONGEST_LINE.toLocaleString("en-US")} characters.`),
    }),
    z.object({ role: z.literal("agent"), content: reply(LONGEST_REPLY) }),
    z.object({
      role: z.literal("tool_call_invocation"),
      name: reply(100),
      arguments: reply(LONGEST_REPLY),
    }),
    z.object({ role: z.literal("tool_call_result"), content: reply(LONGEST_RESULT) }),
  ],
  "Give a role: user, agent, tool_call_invocation or tool_call_result.",
);

/**
 * A turn: who calls (nothing, or "anonymous", for a withheld number) and the conversation so far, ending with the
 * caller's words.
 */
export const turnBody = z.object({
  caller_number: z.string("Give a telephone number.").trim().max(40, "This is not a telephone number.").nullish(),
  messages: z
    .array(message, "Give a list of messages.")
    .max(MOST_MESSAGES, "This conversation is longer than a call can be. Begin a new one.")
    .refine((all) => all.length === 0 || all.at(-1)?.role === "user", "End with what the caller says."),
});

export type TurnRequest = z.output<typeof turnBody>;
export type TurnMessage = TurnRequest["messages"][number];
