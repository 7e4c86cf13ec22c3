import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import { providerProblem } from "./trunk-address.ts";

const OURS = "This is Nightdesk's own address. Enter the address of your trunk at your phone provider.";

/**
 * Refuses a trunk that can never work: one that its provider does not have, or that leads to us.
 * @throws AppError 400 with the reason at `sip_trunk_uri`
 */
export function assertTrunk(
  { settings }: { settings: Pick<Services["settings"], "PUBLIC_URL"> },
  provider: string | null | undefined,
  address: string | null | undefined,
): void {
  const isOurs = address?.split(":")[0] === new URL(settings.PUBLIC_URL).hostname;
  const reason = isOurs ? OURS : providerProblem(provider, address);
  if (reason === null) return;
  throw new AppError(400, "validation_failed", "Some fields are not valid. Correct them and send again.", {
    fields: { sip_trunk_uri: reason },
  });
}
