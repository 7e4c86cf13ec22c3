import { beforeAll, expect, it } from "vitest";
import { ring } from "../testing/app.ts";
import { company } from "../testing/company.ts";
import { seededAccounts } from "../testing/operator.ts";

const ALL_DAY = { business_hours_start: 0, business_hours_end: 0 };

beforeAll(() => seededAccounts());

const greeting = async (phone: string) => {
  const { call_inbound } = await (await ring(phone)).json<{
    call_inbound: {
      dynamic_variables: Record<string, string>;
      agent_override: { retell_llm: { begin_message: string } };
    };
  }>();
  expect(call_inbound.agent_override.retell_llm.begin_message).toBe(call_inbound.dynamic_variables.welcome_message);
  return call_inbound.dynamic_variables.welcome_message;
};

it("a company may greet differently while its office is open", async () => {
  const messages = { welcome_message: "We are closed.", open_welcome_message: "{{company_name}} is busy." };
  const mesa = await company({ ...ALL_DAY, ...messages });
  expect(await greeting(mesa.phone)).toBe("Desert Rides is busy.");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await mesa.put("/api/answering-override", { answers: "closed", until });
  expect(await greeting(mesa.phone)).toBe("We are closed.");
});

it("without a second greeting the first is heard at all times, and clearing it goes back to that", async () => {
  const yuma = await company({ ...ALL_DAY, welcome_message: "Good day." });
  expect(await greeting(yuma.phone)).toBe("Good day.");
  await yuma.put("/api/tenant-config", { open_welcome_message: "We are here." });
  expect(await greeting(yuma.phone)).toBe("We are here.");
  await yuma.put("/api/tenant-config", { open_welcome_message: "" });
  expect(await greeting(yuma.phone)).toBe("Good day.");
});

it("a second greeting alone does not silence the standard one", async () => {
  const tempe = await company({ ...ALL_DAY, open_welcome_message: "We are here." });
  expect(await greeting(tempe.phone)).toBe("We are here.");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await tempe.put("/api/answering-override", { answers: "closed", until });
  expect(await greeting(tempe.phone)).toMatch(/^Thank you for calling Desert Rides/);
});
