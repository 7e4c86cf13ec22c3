import { keysOf } from "../../worker/lib/field-table.ts";
import { fieldLabel } from "./field-words.ts";
import type { FieldName } from "./form-values.ts";

/** Where a setting stands, and further words an operator may look for it by. */
export type SettingPlace = { title: string; words: string; href: string };

/** The words for each field beside its label. */
const FIELD_WORDS: Record<FieldName, string> = {
  company_name: "business name",
  operator_name: "owner dispatcher contact",
  operator_phone: "owner dispatcher contact",
  operator_email: "owner dispatcher contact mail",
  timezone: "time zone clock local time",
  welcome_message: "welcome first words hello opening",
  open_welcome_message: "welcome busy overflow day",
  after_hours_message: "closed night announcement",
  business_hours_start: "hours open opening time",
  business_hours_end: "hours close closing time",
  weekly_hours: "days monday sunday weekend different schedule",
  hour_exceptions: "holiday closed christmas thanksgiving new year",
  transfer_enabled: "put through forward connect driver",
  forwarding_mode: "routing always after hours overflow schedule",
  office_phone: "landline dispatch desk ring",
  ring_seconds: "seconds rings voicemail",
  verification: "security second factor confirmation number privacy",
  recognise_caller: "caller id name recognise",
  fresh_hours: "stale old list age freshness",
  voice_id: "speaker sound accent",
  language: "spanish english",
};

/** Settings that are not fields of the company, by the section they stand in. */
const SECTIONS: SettingPlace[] = [
  { title: "Mail for messages", words: "notification e-mail address digest categories", href: "/settings#messages" },
  { title: "API keys", words: "automatic import push dispatch curl token", href: "/settings#api-keys" },
  { title: "Blocked callers", words: "spam reject ban number", href: "/settings#blocked-callers" },
  {
    title: "How long calls are kept",
    words: "retention transcript recording delete privacy days",
    href: "/settings#retention",
  },
  {
    title: "How long reservations are kept",
    words: "retention delete privacy days",
    href: "/settings#reservation-days",
  },
  {
    title: "Close the account",
    words: "delete leave cancel download export everything",
    href: "/settings#close-account",
  },
];

/** Every setting with the place it stands at. */
export const SETTING_PLACES: SettingPlace[] = [
  ...keysOf(FIELD_WORDS).map((field) => ({
    title: fieldLabel(field),
    words: FIELD_WORDS[field],
    href: `/settings#${field}`,
  })),
  ...SECTIONS,
];
