import * as z from "zod";
import { isTimeZone } from "../hours/time-zone.ts";
import { nullWhenBlank } from "../lib/blank.ts";
import { oneOf } from "../lib/one-of.ts";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";
import { telephone } from "../phone/phone-schema.ts";
import { VERIFICATION_RULES } from "../reservations/verification-rules.ts";
import { FORWARDING_MODES } from "../routing/forwarding-modes.ts";
import { hourExceptions, weeklyHours } from "./hours-schema.ts";
import { problemIn } from "./message-template.ts";
import { LANGUAGE_IDS, VOICE_IDS } from "./voices.ts";

export const MESSAGE_LENGTH = 1000; // about a minute of speech; nobody listens to a longer greeting

/** Everything an operator may set about the agent, as a save accepts it. Phone numbers are returned as E.164. */
export const editableConfig = z.object({
  company_name: z
    .string("Enter your company's name.")
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, "Enter your company's name.")
        .max(120, "Keep the company name under 120 characters.")
        .refine((name) => !/\{\{|\}\}/.test(name), "Leave {{ and }} out of the company name.")
        .refine(isVisible, HAS_HIDDEN),
    ),
  operator_name: nullWhenBlank(
    z
      .string()
      .transform(oneLine)
      .pipe(z.string().max(120, "Keep the name under 120 characters.").refine(isVisible, HAS_HIDDEN)),
  ),
  operator_phone: nullWhenBlank(telephone()),
  operator_email: nullWhenBlank(
    z
      .string()
      .trim()
      .max(254, "This e-mail address is too long.")
      .pipe(z.email("Enter an e-mail address such as dispatch@example.com.")),
  ),
  timezone: z.string("Choose your time zone.").refine(isTimeZone, "Choose a time zone from the list."),
  welcome_message: nullWhenBlank(message()),
  open_welcome_message: nullWhenBlank(message()),
  after_hours_message: nullWhenBlank(message()),
  business_hours_start: hour("open"),
  business_hours_end: hour("close"),
  weekly_hours: weeklyHours.nullable(),
  hour_exceptions: hourExceptions,
  transfer_enabled: z.boolean("Say yes (true) or no (false)."),
  forwarding_mode: z.enum(oneOf(FORWARDING_MODES), "Choose who answers: always, after_hours or overflow."),
  office_phone: nullWhenBlank(telephone()),
  ring_seconds: whole(5, 120, "Let the office ring between 5 and 120 seconds."),
  verification: z.enum(oneOf(VERIFICATION_RULES), "Choose what callers must know: confirmation_only or second_factor."),
  fresh_hours: whole(1, 72, "Choose between 1 and 72 hours."),
  recognise_caller: z.boolean("Say yes (true) or no (false)."),
  voice_id: nullWhenBlank(z.enum(VOICE_IDS, "Choose a voice from the list.")),
  language: nullWhenBlank(z.enum(LANGUAGE_IDS, "Choose a language from the list.")),
});

/**
 * The body of a save: any of the fields, and the version it started from (0 if nothing was saved yet). Absent fields stay
 * as they are; null or "" clears a field that may be empty.
 */
export const configChanges = editableConfig.partial().extend({
  version: z.number().int().min(0).optional(),
});

export type EditableConfig = z.output<typeof editableConfig>;
export type ConfigChanges = z.output<typeof configChanges>;

/** What a company starts from: everything but its name, which only its operator knows. */
export const DEFAULT_CONFIG: Omit<EditableConfig, "company_name"> = {
  operator_name: null,
  operator_phone: null,
  operator_email: null,
  timezone: "America/Phoenix",
  welcome_message: null,
  open_welcome_message: null, // the same greeting at all times
  after_hours_message: null,
  business_hours_start: 6,
  business_hours_end: 22,
  weekly_hours: null,
  hour_exceptions: [],
  transfer_enabled: true,
  forwarding_mode: "always",
  office_phone: null,
  ring_seconds: 18, // three rings: most voicemails take over at 20 to 25 seconds
  verification: "second_factor", // confirmation numbers can be guessed
  fresh_hours: 24,
  recognise_caller: false, // a caller's number can be forged
  voice_id: null,
  language: null,
};

function message() {
  return z
    .string()
    .trim()
    .max(MESSAGE_LENGTH, `Keep the message under ${MESSAGE_LENGTH.toLocaleString("en-US")} characters.`)
    .superRefine((text, context) => {
      const problem = problemIn(text);
      if (problem) context.addIssue({ code: "custom", message: problem });
    });
}

function hour(verb: "open" | "close") {
  return whole(0, 23, `Choose the hour you ${verb}, from 12 AM (0) to 11 PM (23).`);
}

function whole(least: number, most: number, reason: string) {
  return z.number(reason).int(reason).min(least, reason).max(most, reason);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
