import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { MESSAGE_CATEGORIES } from "./categories.ts";

const category = z.enum(MESSAGE_CATEGORIES, `Choose from ${MESSAGE_CATEGORIES.join(", ")}.`);

/** What an operator may change in a message. */
export const messageChanges = z.object({
  done: z.boolean("Say yes (true) or no (false).").optional(),
  note: nullWhenBlank(z.string().trim().max(2000, "Keep the note under 2,000 characters.")).optional(),
});

export const messageSettingsBody = z.object({
  address: nullWhenBlank(
    z
      .string()
      .trim()
      .max(254, "This e-mail address is too long.")
      .pipe(z.email("Enter an e-mail address such as dispatch@example.com.")),
  ),
  categories: z
    .array(category, "Send a list of categories.")
    .transform((chosen) => MESSAGE_CATEGORIES.filter((known) => chosen.includes(known))),
});

/** `?state=&category=&search=` of the inbox. */
export const messageFilter = z.object({
  state: z.enum(["open", "done"], "Choose open or done.").optional(),
  category: category.optional(),
  search: z.string().trim().max(100, "Search for at most 100 characters.").optional(),
});
