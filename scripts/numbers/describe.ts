import type { Finding } from "../../worker/numbers/compare-numbers.ts";

export type UsageRow = { day: string; company: string; what: string; count: number };

const MEANING: Record<Finding["kind"], string> = {
  missing: "connected here, missing at Retell; the hourly comparison connects it again",
  wrong_agent: "answered by another agent; the hourly comparison binds it again",
  wrong_webhook: "has another webhook; the hourly comparison sets it again",
  bought_missing: "was bought at Retell but is no longer there; buy it again or remove its row",
  bought_elsewhere: "was bought at Retell and is not bound to our agent and webhook; npm run agent -- apply --bind",
  bought_twice: "was bought a second time for one purchase; the hourly comparison gives it back",
  unknown: "is routed to our agent, but no company has it; remove it at Retell if nobody needs it",
  not_connected_here: "is routed to our agent, but its company has not connected it",
};

/** The findings as text, one per line. */
export function describeFindings(findings: Finding[]): string {
  if (findings.length === 0) return "Both sides agree.";
  return findings
    .map((finding) => {
      const owner = "ours" in finding ? ` (company ${finding.ours.userId})` : "";
      return `${finding.phoneNumber}${owner}: ${MEANING[finding.kind]}.`;
    })
    .join("\n");
}

/** A table of counts. */
export function describeUsage(rows: UsageRow[]): string {
  if (rows.length === 0) return "No request to Retell was counted yet.";
  return rows
    .map(({ day, company, what, count }) => `${day}  ${String(count).padStart(6)}  ${what.padEnd(20)}  ${company}`)
    .join("\n");
}
