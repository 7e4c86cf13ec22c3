import type { Page } from "playwright-core";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";

const ACCOUNT_SID = `AC${"7".repeat(32)}`;
const AUTH_TOKEN = "the-token-of-the-launch-check";

/** Lets Twilio ask for each call to `publicNumber`, on the open page of a number's way. Returns the address it asks at. */
export async function letTwilioAsk(page: Page, publicNumber: string): Promise<string> {
  await page.getByRole("radio", { name: "Twilio asks us for each call" }).check();
  await page.getByLabel("The number your callers dial").fill(publicNumber);
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByLabel("Account SID").fill(ACCOUNT_SID);
  await page.getByLabel("Auth token").fill(AUTH_TOKEN);
  await page.getByRole("button", { name: "Save the Twilio account" }).click();
  await page.getByText("Your Twilio account is saved.").waitFor();
  const shown =
    (await page
      .getByText(/\/telephony\/twilio\/[\w-]+\/voice/)
      .first()
      .textContent()) ?? "";
  return /https?:\/\/[^\s#]+\/voice/.exec(shown)?.[0] ?? "";
}

/**
 * A call that arrives at Twilio: where we tell it to connect it, as the number that is dialled. Each call needs a caller of
 * its own, or it is taken for one that comes back from the office.
 */
export async function dialledFor(voiceUrl: string, { from, to }: { from: string; to: string }): Promise<string> {
  const form = {
    AccountSid: ACCOUNT_SID,
    CallSid: `CA${crypto.randomUUID().replaceAll("-", "")}`,
    From: from,
    To: to,
  };
  const signature = getExpectedTwilioSignature(AUTH_TOKEN, voiceUrl, form);
  const headers = { "x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(voiceUrl, { method: "POST", headers, body: new URLSearchParams(form).toString() });
  if (!response.ok) throw new Error(`Twilio's request was answered with ${response.status}.`);
  return /<Number[^>]*>([^<]+)</.exec(await response.text())?.[1] ?? "";
}
