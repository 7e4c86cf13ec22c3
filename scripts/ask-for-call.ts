import type { CallReport } from "../emulator/retell/call-report.ts";
import { whoListens } from "./start/who-listens.ts";

export type CallWish = { to: string; from: string; say?: string[] };
/** `asIfImported`: the number is not at Retell, so the call went straight to this machine's Worker. */
export type PlacedCall = { report: CallReport; asIfImported: boolean };

/** Nothing, or another program, answers where the emulator should be. */
export class NoEmulator extends Error {}

/**
 * Asks the running emulator to place a call. A number that is not at Retell is called as if it were imported, with the
 * local inbound webhook and the newest agent. Both addresses are origins.
 */
export async function askForCall(wish: CallWish, emulatorUrl: string, workerUrl: string): Promise<PlacedCall> {
  const listener = await whoListens(emulatorUrl, "emulator");
  if (listener === "nobody") throw new NoEmulator(`No emulator answers at ${emulatorUrl}.`);
  if (listener !== "nightdesk")
    throw new NoEmulator(`${emulatorUrl} is answered by another program, not the emulator.`);
  const report = await post(emulatorUrl, wish);
  if (report.code !== "unknown_number") return { report, asIfImported: false };
  const as_if_imported = { inbound_webhook_url: `${workerUrl}/retell/inbound-webhook` };
  return { report: await post(emulatorUrl, { ...wish, as_if_imported }), asIfImported: true };
}

async function post(emulatorUrl: string, body: object): Promise<CallReport> {
  const response = await fetch(`${emulatorUrl}/emulator/calls`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The emulator refused the call (${response.status}): ${await response.text()}`);
  return (await response.json()) as CallReport; // the emulator's own answer
}
