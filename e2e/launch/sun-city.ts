import type { Page } from "playwright-core";
import { SUN_CITY_EXPRESS } from "../../drizzle/seed/companies.ts";
import { signIn } from "../company.ts";
import { ByHand } from "./checklist.ts";
import type { Ground } from "./ground.ts";

type SunCity = {
  settings: Record<string, unknown>;
  number: unknown;
  route: unknown;
  atRetell: unknown;
  prompt: string;
};

/** Signs the operator in who was there before everybody else. */
export async function openSunCity(page: Page, { url, sunCityPassword }: Ground): Promise<void> {
  if (sunCityPassword === null) return;
  await page.goto(`${url}/sign-in`);
  await signIn(page, SUN_CITY_EXPRESS.user.email, sunCityPassword);
  await page.getByRole("heading", { level: 1, name: SUN_CITY_EXPRESS.config.companyName }).waitFor();
}

/** Everything that decides what a caller of Sun City Express hears and where the call goes. */
export async function sunCityNow(page: Page, ground: Ground): Promise<SunCity> {
  if (ground.sunCityPassword === null) {
    throw new ByHand(
      "Set SUN_CITY_PASSWORD, or compare Sun City's settings and its number at Retell before and after.",
    );
  }
  const get = async (path: string) => (await page.request.get(`${ground.url}/api/${path}`)).json();
  const settings = await get("tenant-config");
  const { items } = await get("phone-numbers");
  const found = items.find((one: { phone_number: string }) => one.phone_number === SUN_CITY_EXPRESS.phoneNumber);
  if (!found) throw new Error(`Sun City Express no longer has ${SUN_CITY_EXPRESS.phoneNumber}.`);
  const { id, phone_number, label, sip_trunk_provider, sip_trunk_uri } = found;
  const { method, public_number, agent_number } = await get(`phone-numbers/${id}/route`);
  const atRetell = await ground.retell(`/get-phone-number/${SUN_CITY_EXPRESS.phoneNumber}`);
  return {
    settings,
    number: { id, phone_number, label, sip_trunk_provider, sip_trunk_uri },
    route: { method, public_number, agent_number },
    atRetell,
    prompt: await promptBehind(atRetell, ground),
  };
}

/** The prompt of the agent that answers a number. */
export async function promptBehind(number: Record<string, unknown> | null, { retell }: Ground): Promise<string> {
  const agentId = agentOf(number);
  if (!agentId) return "";
  const agent = await retell(`/get-agent/${agentId}`);
  const llmId = (agent?.response_engine as { llm_id?: string } | undefined)?.llm_id; // Retell's own shape
  const llm = llmId ? await retell(`/get-retell-llm/${llmId}`) : null;
  return `${llm?.begin_message ?? ""}\n${llm?.general_prompt ?? ""}`;
}

/** The id of the agent that answers a number at Retell. */
export function agentOf(number: Record<string, unknown> | null): string | undefined {
  return (number?.inbound_agents as { agent_id: string }[] | undefined)?.[0]?.agent_id; // Retell's own shape
}
