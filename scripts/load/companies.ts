import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { Temporal } from "temporal-polyfill/implementation";
import type { tenantConfig, tenantPhoneNumbers, user } from "../../drizzle/schema.ts";
import { SUN_CITY_EXPRESS } from "../../drizzle/seed/companies.ts";
import { oneOf } from "../../worker/lib/one-of.ts";
import { FORWARDING_MODES } from "../../worker/routing/forwarding-modes.ts";
import { given, instantOf, type OldRow, type OldTable } from "./read-export.ts";

export type Report = (line: number, reason: string) => void;
type NewUser = typeof user.$inferInsert;
type NewConfig = typeof tenantConfig.$inferInsert;
type NewNumber = typeof tenantPhoneNumbers.$inferInsert;

/** The accounts of `auth.users`, with their ids. Passwords stay behind: operators choose one with "Forgot password?". */
export function readUsers({ rows }: OldTable, now: number, report: Report): NewUser[] {
  return rows.flatMap(({ line, cells }) => {
    const id = given(cells.id);
    const email = given(cells.email)?.toLowerCase();
    if (!id || !email?.includes("@")) {
      report(line, "An account needs an id and an e-mail address.");
      return [];
    }
    const at = new Date(instantOf(cells.created_at) ?? now);
    const name = email.slice(0, email.indexOf("@"));
    const emailVerified = given(cells.email_confirmed_at ?? cells.confirmed_at) !== null;
    return [{ id, email, name, emailVerified, createdAt: at, updatedAt: at }];
  });
}

/** The settings of `tenant_config`, with their ids, and the number of each company. */
export function readCompanies({ rows }: OldTable, userIds: Set<string>, report: Report) {
  const configs: NewConfig[] = [];
  const numbers: NewNumber[] = [];
  for (const row of rows) {
    const config = readConfig(row, userIds);
    if (typeof config === "string") {
      report(row.line, config);
      continue;
    }
    configs.push(config);
    const number = given(row.cells.phone_number);
    const read = number === null ? null : readNumber(row, number, config.userId);
    if (read) numbers.push(read);
    else if (number !== null) report(row.line, `The phone number ${number} is not one. The settings are taken over.`);
    if (given(row.cells.sip_password) !== null) {
      report(row.line, "The trunk password is not taken over. Enter it again under Phone Numbers.");
    }
  }
  return { configs, numbers };
}

/** The settings, or why they cannot be read. */
function readConfig({ cells }: OldRow, userIds: Set<string>): NewConfig | string {
  const id = given(cells.id);
  const userId = given(cells.user_id);
  const companyName = given(cells.company_name);
  if (!id || !companyName) return "Settings need an id and a company name.";
  if (!userId || !userIds.has(userId)) return `There is no account ${userId ?? ""} in auth.users.`;
  const timezone = given(cells.timezone) ?? "America/Phoenix";
  if (!isZone(timezone)) return `${timezone} is no time zone.`;
  const forwardingMode = oneOf(FORWARDING_MODES).find((mode) => mode === (given(cells.forwarding_mode) ?? "always"));
  if (!forwardingMode) return `${cells.forwarding_mode} is no forwarding mode.`;
  const businessHoursStart = hourOf(cells.business_hours_start, 6);
  const businessHoursEnd = hourOf(cells.business_hours_end, 22);
  if (businessHoursStart === null || businessHoursEnd === null) return "Business hours are whole hours from 0 to 23.";
  const known = userId === SUN_CITY_EXPRESS.user.id ? { verification: "confirmation_only" as const } : {};
  return {
    id,
    userId,
    companyName,
    operatorName: given(cells.operator_name),
    operatorPhone: given(cells.operator_phone),
    operatorEmail: given(cells.operator_email),
    timezone,
    welcomeMessage: given(cells.welcome_message),
    afterHoursMessage: given(cells.after_hours_message),
    businessHoursStart,
    businessHoursEnd,
    transferEnabled: !["f", "false", "0"].includes((given(cells.transfer_enabled) ?? "true").toLowerCase()),
    forwardingMode,
    officePhone: given(cells.office_phone),
    ...known, // what its callers are used to; others get the safer default
  };
}

function readNumber({ cells }: OldRow, text: string, userId: string): NewNumber | null {
  const parsed = parsePhoneNumberFromString(text, "US");
  if (!parsed?.isPossible()) return null;
  const retellPhoneNumberId = given(cells.retell_phone_number_id) === null ? null : parsed.number;
  const status = retellPhoneNumberId === null ? ("not_connected" as const) : ("connected" as const);
  const trunk = { sipTrunkUri: given(cells.sip_trunk_uri), sipUsername: given(cells.sip_username) };
  const id = given(cells.id) ?? parsed.number;
  return { id, userId, phoneNumber: parsed.number, isPrimary: true, retellPhoneNumberId, status, ...trunk };
}

function hourOf(text: string | undefined, otherwise: number): number | null {
  const hour = Number(given(text) ?? otherwise);
  return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null;
}

function isZone(timezone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(timezone);
    return true;
  } catch {
    return false;
  }
}
