import Retell from "retell-sdk";
import { SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE } from "../../drizzle/seed/companies.ts";
import { applyAgent } from "../agent/apply.ts";
import { bindNumber } from "../agent/bind.ts";

/** Sets up the emulator: the shared agent as defined in the repository, bound to the seeded companies' numbers. */
export async function prepareRetell(emulatorUrl: string, apiKey: string, publicUrl: string): Promise<void> {
  const client = new Retell({ apiKey, baseURL: emulatorUrl, maxRetries: 0, timeout: 10_000 });
  await applyAgent({ client, publicUrl });
  const { items = [] } = await client.phoneNumber.list();
  const bought = new Set(items.map(({ phone_number }) => phone_number));
  for (const { phoneNumber } of [SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE]) {
    if (!bought.has(phoneNumber)) await client.phoneNumber.create({ phone_number: phoneNumber });
    await bindNumber({ client, publicUrl, phoneNumber, force: true });
  }
}
