import { symmetric } from "retell-sdk/lib/webhook_auth";
import { describe, expect, inject, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../drizzle/seed/companies.ts";
import type { CallReport } from "../emulator/retell/call-report.ts";
import { askForCall } from "../scripts/ask-for-call.ts";
import { demonstration } from "../scripts/start/demonstration.ts";
import { localSecrets } from "../scripts/start/dev-vars.ts";

const stack = inject("stack");

async function call(to: string, from: string, ...say: string[]): Promise<CallReport> {
  const { report } = await askForCall({ to, from, say }, stack.emulatorUrl, stack.url);
  return report;
}

function saidByAgent(report: CallReport): string {
  return report.transcript
    .filter(({ role }) => role === "agent")
    .map(({ content }) => content)
    .join("\n");
}

describe("a call to Sun City Express", () => {
  it("greets, finds one booking by number and one by telephone, answers a question and connects to the driver", async () => {
    const { from, say } = demonstration(Date.now(), stack.seededAt); // midnight may have passed since
    const report = await call(CITY.phoneNumber, from, ...say);
    expect(report).toMatchObject({ ok: true, scripted: true, greeting: CITY.config.welcomeMessage });
    const [byNumber, byPhone] = report.tool_calls.filter(({ name }) => name === "check_reservation");
    expect(byNumber).toMatchObject({ status: 200, args: { confirmation_number: expect.stringContaining("RES-") } });
    expect(byPhone).toMatchObject({ status: 200, args: { telephone: expect.any(String) } });
    expect(saidByAgent(report)).toContain("Your flight is");
    expect(report.tool_calls.at(-1)).toMatchObject({ name: "transfer_to_driver" });
    expect(report.disconnection_reason).toBe("call_transfer");
    expect(report.events.map(({ event, status }) => [event, status])).toEqual([
      ["call_started", 204],
      ["call_ended", 204],
      ["call_analyzed", 204],
    ]);
    expect(report.unset_variables).toEqual([]);
  });

  it("takes a message when the caller wants a change", async () => {
    const report = await call(
      CITY.phoneNumber,
      "+16025550111",
      "I want to cancel my ride.",
      "Wen Bauer",
      "Yes",
      "Yes",
      "Yes",
      "Goodbye",
    );
    expect(report.tool_calls.find(({ name }) => name === "take_message")).toMatchObject({ status: 200 });
  });
});

it("the other company's callers hear the other company, with the same number and the same phone", async () => {
  const report = await call(
    COAST.phoneNumber,
    "+16025550111",
    "My confirmation number is RES-20261126-0012.",
    "Goodbye",
  );
  expect(report).toMatchObject({ ok: true, greeting: COAST.config.welcomeMessage });
  expect(saidByAgent(report)).toContain("Reservation RES-20261126-0012 for");
  expect(JSON.stringify(report)).not.toMatch(/Wen Bauer|Sun City/);
});

it("a number that nobody has is answered politely and nothing is looked up", async () => {
  const report = await call("+12125550123", "+16025550111", "My confirmation number is RES-20261126-0012.");
  expect(report.tool_calls).toEqual([]);
  expect(saidByAgent(report)).toMatch(/call back/i);
});

it("the old agent's bare arguments still find Sun City's booking", async () => {
  const body = JSON.stringify({ confirmation_number: "RES-20261126-0012" });
  const headers = { "x-retell-signature": await symmetric.sign(body, localSecrets(".dev.vars").RETELL_API_KEY ?? "") };
  const response = await fetch(`${stack.url}/retell/tools/check_reservation`, { method: "POST", body, headers });
  expect(await response.json()).toMatchObject({ found: true, customer_name: "Wen Bauer" });
});

it("healthz tells the version and that both stores answer", async () => {
  const response = await fetch(`${stack.url}/healthz`);
  expect(await response.json()).toEqual({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    d1: true,
    kv: true,
  });
});
