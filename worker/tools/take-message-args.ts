import * as z from "zod";
import { MESSAGE_CATEGORIES } from "../messages/categories.ts";
import { argument } from "./argument.ts";

/** Longest message in characters: a minute and a half of speech, and still readable in a mail. */
const LONGEST_MESSAGE = 2000;

/** `args` of take_message, for the route to validate and the agent's tool to describe. */
export const takeMessageArgs = z.object({
  caller_name: argument("The caller's full name."),
  callback_number: argument("The number to call back on, digits only, as the caller confirmed it."),
  message: z
    .string("must be text")
    .trim()
    .min(1, "must not be empty")
    .transform((text) => text.slice(0, LONGEST_MESSAGE))
    .describe(
      "What the caller wants the office to know or do, in one to three full English sentences, with every detail.",
    ),
  category: z
    .preprocess(
      // A label is no reason to lose a message: one that the model invents ("complaint") makes it a plain message.
      (value) => (MESSAGE_CATEGORIES.some((known) => known === value) ? value : undefined),
      z.enum(MESSAGE_CATEGORIES).default("message"),
    )
    .describe("What it is about; message if nothing else fits."),
  confirmation_number: argument("The confirmation number it concerns, if there is one."),
});

export type TakeMessageArgs = z.infer<typeof takeMessageArgs>;
