/** The launch checklist of the plan, line by line in its own words. */
const CHECKLIST = {
  "Existing tenant (Sun City Express, +15206800005)": {
    same_agent: "Agent still works identically to today — no regression",
    config_row: "`tenant_config` row exists with correct company name, hours, phone number",
    settings_tab: 'Dashboard "Agent Settings" tab shows and saves all fields',
    after_hours: "Calls after hours → Retell answers with Sun City Express greeting",
    during_hours: "Calls during hours → ring office as before (SIP/carrier routing unchanged)",
  },
  "Multi-tenant infrastructure": {
    isolated_config: "`tenant_config` table exists with RLS",
    neutral_prompt: "Retell agent prompt uses dynamic variables (no hard-coded company name)",
    own_look_ups: "`check_reservation` filters by `user_id` — tenants only see their own data",
    webhook: "Inbound webhook deployed and registered with Retell",
    two_numbers: "At least two phone numbers imported into Retell, each routing to correct tenant",
  },
  "Second tenant verification": {
    b_saved: "Tenant B config saved via dashboard (company name, hours, welcome message, forwarding mode)",
    b_bound: "Tenant B phone number imported into Retell and bound to shared agent",
    b_call: "End-to-end test: call Tenant B's number → hears Tenant B's greeting → only sees Tenant B's reservations",
    a_call: "End-to-end test: call Tenant A's number → hears Tenant A's greeting → only sees Tenant A's reservations",
    no_leak: "No cross-tenant data leakage",
    new_greeting: "Operator can change welcome message → next call uses updated greeting",
    routing: "Time-based routing works per tenant's forwarding mode and business hours",
  },
} as const;

type Sections = typeof CHECKLIST;
export type Line = { [Section in keyof Sections]: keyof Sections[Section] }[keyof Sections];

/** What became of a line. `by_hand`: only a person can do it, and `detail` says what. */
export type Outcome = { mark: "passed" | "failed" | "by_hand"; detail: string };

const MARKS: Record<Outcome["mark"], string> = { passed: "✓", failed: "✗", by_hand: "☎" };

/** Only a person with a phone, a mailbox or Retell's dashboard can do this. The message says what to do. */
export class ByHand extends Error {}

/** Checks every line in order. A line that fails does not stop the next one. */
export async function checkLines(checks: Record<Line, () => Promise<void>>): Promise<Record<Line, Outcome>> {
  const outcomes: [Line, Outcome][] = [];
  for (const line of LINES) outcomes.push([line, await outcomeOf(checks[line])]);
  return Object.fromEntries(outcomes) as Record<Line, Outcome>; // one for each line
}

/** The plan's checklist as text, each line with its mark. */
export function printed(outcomes: Record<Line, Outcome>): string {
  const found: Record<string, Outcome> = outcomes;
  return Object.entries(CHECKLIST)
    .flatMap(([section, lines]) => [
      "",
      `${section}:`,
      ...Object.entries(lines).flatMap(([line, words]) => {
        const { mark, detail } = found[line] ?? { mark: "failed", detail: "It was not checked." };
        return [`  ${MARKS[mark]} ${words}`, ...(detail ? [`      ${detail.replaceAll("\n", "\n      ")}`] : [])];
      }),
    ])
    .slice(1)
    .join("\n");
}

const LINES = Object.values(CHECKLIST).flatMap((lines) => Object.keys(lines)) as Line[]; // its own keys, in order

async function outcomeOf(check: () => Promise<void>): Promise<Outcome> {
  try {
    await check();
    return { mark: "passed", detail: "" };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { mark: error instanceof ByHand ? "by_hand" : "failed", detail };
  }
}
