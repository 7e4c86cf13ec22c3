import { Hono } from "hono";
import type { Store } from "../retell/store.ts";
import type { AccountAtTwilio, NumberAtTwilio } from "./twilio-account.ts";
import { TwilioError } from "./twilio-error.ts";
import { accountOfKey } from "./twilio-gate.ts";

const PATH = "/2010-04-01/Accounts/:account_sid";

/** IncomingPhoneNumbers: list by number, read, and update the settings of voice calls. */
export function twilioNumberRoutes(store: Store): Hono {
  return new Hono()
    .get(`${PATH}/IncomingPhoneNumbers.json`, (c) => {
      const account = accountOfKey(store, c, "numbers:read");
      const wanted = c.req.query("PhoneNumber");
      const found = account.numbers.filter(({ phone_number }) => wanted === undefined || phone_number === wanted);
      const resources = found.map((number) => shown(account, number));
      return c.json({ incoming_phone_numbers: resources, page: 0, page_size: 50, next_page_uri: null });
    })
    .get(`${PATH}/IncomingPhoneNumbers/:file`, (c) => {
      const account = accountOfKey(store, c, "numbers:read");
      return c.json(shown(account, numberOf(account, c.req.param("file"))));
    })
    .post(`${PATH}/IncomingPhoneNumbers/:file`, async (c) => {
      const account = accountOfKey(store, c, "numbers:update");
      const number = numberOf(account, c.req.param("file"));
      change(number, new URLSearchParams(await c.req.text()));
      store.save();
      return c.json(shown(account, number));
    });
}

function numberOf(account: AccountAtTwilio, file: string): NumberAtTwilio {
  const number = account.numbers.find(({ sid }) => `${sid}.json` === file);
  if (number) return number;
  throw new TwilioError(404, 20404, `The requested resource IncomingPhoneNumbers/${file} was not found`);
}

/** Setting a trunk takes the number off its application, and the other way round. */
function change(number: NumberAtTwilio, sent: URLSearchParams): void {
  const { VoiceUrl, VoiceFallbackUrl, VoiceMethod, VoiceFallbackMethod, VoiceApplicationSid, TrunkSid } =
    Object.fromEntries(sent);
  for (const url of [VoiceUrl, VoiceFallbackUrl]) {
    if (url && !/^https?:\/\/\S+$/.test(url)) throw new TwilioError(400, 21402, "VoiceUrl is not valid");
  }
  number.voice_url = VoiceUrl ?? number.voice_url;
  number.voice_fallback_url = VoiceFallbackUrl ?? number.voice_fallback_url;
  number.voice_method = method(VoiceMethod) ?? number.voice_method;
  number.voice_fallback_method = method(VoiceFallbackMethod) ?? number.voice_fallback_method;
  number.voice_application_sid = VoiceApplicationSid ?? number.voice_application_sid;
  number.trunk_sid = TrunkSid === undefined ? number.trunk_sid : TrunkSid || null;
  if (TrunkSid) number.voice_application_sid = "";
  else if (VoiceApplicationSid) number.trunk_sid = null;
}

function method(sent: string | undefined): "GET" | "POST" | undefined {
  if (sent === undefined || sent === "GET" || sent === "POST") return sent;
  throw new TwilioError(400, 21403, "VoiceMethod is not valid");
}

function shown(account: AccountAtTwilio, number: NumberAtTwilio) {
  return {
    ...number,
    account_sid: account.sid,
    friendly_name: number.phone_number,
    api_version: "2010-04-01",
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    voice_receive_mode: "voice",
    voice_caller_id_lookup: false,
    status_callback: "",
    status_callback_method: "POST",
    uri: `/2010-04-01/Accounts/${account.sid}/IncomingPhoneNumbers/${number.sid}.json`,
  };
}
