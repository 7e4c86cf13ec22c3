import type * as z from "zod";
import { setUpInPlace } from "../route-setup/setup-refusal.ts";
import { isSetUpAt } from "../route-setup/store/route-setups.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { SecretRecord } from "../vault/record.ts";
import { forgetSecret, sealSecret } from "../vault/seal.ts";
import { withSecret } from "../vault/with-secret.ts";
import type { telnyxBody, twilioBody } from "./carrier-schema.ts";
import type { Carrier } from "./carriers.ts";
import { refreshRoutes } from "./refresh-routes.ts";
import {
  carrierAccount,
  deleteCarrierAccount,
  type StoredAccount,
  saveCarrierAccount,
} from "./store/carrier-accounts.ts";

/** What is known about an account; null before it was entered. */
export function showCarrier(scope: UserScope, { db }: Services, carrier: Carrier): Promise<StoredAccount | null> {
  return carrierAccount(scope, db, carrier);
}

/**
 * Stores what Twilio's webhooks are checked with. The token before stays valid for a day, so that no call is refused
 * while the new one is promoted at Twilio.
 */
export async function saveTwilio(
  scope: UserScope,
  services: Services,
  { account_sid, auth_token, api_key_sid, api_key_secret }: z.output<typeof twilioBody>,
): Promise<StoredAccount | null> {
  const known = await carrierAccount(scope, services.db, "twilio");
  if (auth_token && known?.tokenSetAt) await keepPrevious(scope, services);
  if (auth_token === null) await forgetSecret(scope, services, recordOf("carrier_token_previous", "twilio"));
  await saveCarrierAccount(scope, services.db, "twilio", {
    accountSid: account_sid,
    publicKey: null,
    apiKeySid: api_key_sid === undefined ? (known?.apiKeySid ?? null) : api_key_sid,
    tokenSetAt: await keep(scope, services, recordOf("carrier_token", "twilio"), auth_token, known?.tokenSetAt),
    apiKeySetAt: await keep(scope, services, recordOf("carrier_key", "twilio"), api_key_secret, known?.apiKeySetAt),
  });
  await refreshRoutes(scope, services);
  return showCarrier(scope, services, "twilio");
}

/** Stores the public key that Telnyx's webhooks are checked with. */
export async function saveTelnyx(
  scope: UserScope,
  services: Services,
  { public_key, api_key }: z.output<typeof telnyxBody>,
): Promise<StoredAccount | null> {
  const known = await carrierAccount(scope, services.db, "telnyx");
  await saveCarrierAccount(scope, services.db, "telnyx", {
    accountSid: null,
    publicKey: public_key,
    apiKeySid: null,
    tokenSetAt: null,
    apiKeySetAt: await keep(scope, services, recordOf("carrier_key", "telnyx"), api_key, known?.apiKeySetAt),
  });
  await refreshRoutes(scope, services);
  return showCarrier(scope, services, "telnyx");
}

/**
 * Forgets an account and its secrets; its webhooks are refused from now on.
 * @throws AppError 409 while a number is set up there, because undoing needs the account
 */
export async function forgetCarrier(scope: UserScope, services: Services, carrier: Carrier): Promise<void> {
  if (await isSetUpAt(scope, services.db, carrier)) throw setUpInPlace(carrier);
  await deleteCarrierAccount(scope, services.db, carrier);
  for (const kind of ["carrier_token", "carrier_token_previous", "carrier_key"] as const) {
    await forgetSecret(scope, services, recordOf(kind, carrier));
  }
  await refreshRoutes(scope, services);
}

/**
 * Seals a secret that was sent, deletes one that was set to null, and keeps one that is absent. Returns when it was set.
 */
async function keep(
  scope: UserScope,
  services: Services,
  record: SecretRecord,
  sent: string | null | undefined,
  since: number | null | undefined,
): Promise<number | null> {
  if (sent === undefined) return since ?? null;
  if (sent === null) {
    await forgetSecret(scope, services, record);
    return null;
  }
  await sealSecret(scope, services, record, sent);
  return services.now();
}

async function keepPrevious(scope: UserScope, services: Services): Promise<void> {
  await withSecret(scope, services, recordOf("carrier_token", "twilio"), async (token) => {
    await sealSecret(scope, services, recordOf("carrier_token_previous", "twilio"), token);
  });
}

function recordOf(kind: SecretRecord["kind"], carrier: Carrier): SecretRecord {
  return { kind, id: carrier };
}
