import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { StoredAccount } from "../telephony/store/carrier-accounts.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { withSecret } from "../vault/with-secret.ts";
import type { CarrierSide } from "./carrier-side.ts";

/**
 * Opens a company's account at its carrier with its own API key, for the time of `use`. The carriers' packages are loaded
 * with the first set-up, because nothing else needs them.
 * @throws AppError 409 when the key is gone
 */
export async function withCarrier<Result extends object | undefined>(
  scope: UserScope,
  services: Services,
  account: StoredAccount,
  use: (side: CarrierSide) => Promise<Result>,
): Promise<Result> {
  const { carrier } = account;
  const opened = await withSecret(scope, services, { kind: "carrier_key", id: carrier }, async (secret) => ({
    result: await use(await sideOf(services, account, secret)),
  }));
  if (opened === null) throw new AppError(409, "not_configured", "Enter your API key again. It is no longer stored.");
  return opened.result;
}

async function sideOf({ settings }: Services, account: StoredAccount, secret: string): Promise<CarrierSide> {
  if (account.carrier === "telnyx") return (await import("./telnyx-side.ts")).telnyxSide(settings, secret);
  const { accountSid, apiKeySid } = account;
  const key = { accountSid: accountSid ?? "", keySid: apiKeySid ?? "", keySecret: secret };
  return (await import("./twilio-side.ts")).twilioSide(settings, key);
}
