import type { Settings } from "../env.ts";
import { fallbackFlow } from "../telephony/fallback-flow.ts";
import { type StudioFlow, studioFlow } from "../telephony/studio-flow.ts";
import {
  CarrierError,
  type CarrierNumber,
  type CarrierSide,
  type PartSide,
  type Target,
  unlessGone,
} from "./carrier-side.ts";
import { type TwilioKey, twilioAccount } from "./twilio-account.ts";

type Resources = ReturnType<typeof twilioAccount>;
type TwilioNumber = Awaited<ReturnType<Resources["numbers"]["list"]>>[number];

/**
 * A number at Twilio asks our voice address, and a Studio flow that we make there connects the agent while we do not
 * answer. Twilio ignores a number's voice address while it is on a trunk or has a voice application (facts: resource
 * IncomingPhoneNumbers).
 */
export function twilioSide(settings: Settings, key: TwilioKey): CarrierSide {
  const { numbers, flows } = twilioAccount(settings, key);
  const flowOf = (definition: (target: Target) => StudioFlow): PartSide => ({
    make: async (mark, target) => {
      const wanted = {
        friendlyName: `Nightdesk ${mark}`,
        status: "published",
        definition: definition(target),
      } as const;
      const { sid, webhookUrl } = await ask(() => flows.create(wanted));
      return { id: sid, address: webhookUrl };
    },
    adapt: async ({ id }, _, target) =>
      void (await ask(() => flows.get(id).update({ status: "published", definition: definition(target) }))),
    list: async (mark) => {
      const marked = (await ask(() => flows.list())).filter(isMarked(mark));
      return marked.map(({ sid, webhookUrl }) => ({ id: sid, address: webhookUrl }));
    },
    unmake: async ({ id }) => void (await unlessGone(ask(() => flows.get(id).remove()))),
  });
  return {
    find: async (phoneNumber) => {
      const [number] = await ask(() => numbers.list({ phoneNumber, limit: 20 }));
      return number?.phoneNumber === phoneNumber ? asNumber(number) : null;
    },
    read: async (id) => {
      const number = await unlessGone(ask(() => numbers.get(id).fetch()));
      return number && asNumber(number);
    },
    write: async (id, changes) => {
      const methods = { voiceMethod: changes.voice_method, voiceFallbackMethod: changes.voice_fallback_method };
      await ask(() =>
        numbers.get(id).update({
          ...given({
            voiceUrl: changes.voice_url,
            voiceFallbackUrl: changes.voice_fallback_url,
            voiceApplicationSid: changes.voice_application_sid,
            trunkSid: changes.trunk_sid,
          }),
          ...given({
            voiceMethod: methods.voiceMethod || undefined,
            voiceFallbackMethod: methods.voiceFallbackMethod || undefined,
          }),
        }),
      );
    },
    parts: {
      fallback_flow: { ...flowOf(({ agentNumber }) => fallbackFlow(agentNumber)), adapt: async () => undefined }, // it names only the agent
      studio_flow: flowOf(studioFlow),
    },
    // A Studio flow of the whole way runs at Twilio and reaches the agent by itself, so it needs no fallback of its own.
    wanted: ({ voiceUrl }, { studio_flow, fallback_flow }) => ({
      voice_url: studio_flow?.address ?? voiceUrl,
      voice_method: "POST",
      ...(fallback_flow && { voice_fallback_url: fallback_flow.address, voice_fallback_method: "POST" }),
      voice_application_sid: "",
      trunk_sid: "",
    }),
    inTheWay: (found) => ["trunk_sid", "voice_application_sid"].filter((name) => found[name]),
  };
}

function asNumber(number: TwilioNumber): CarrierNumber {
  return {
    id: number.sid,
    settings: {
      voice_url: number.voiceUrl || "",
      voice_method: number.voiceMethod || "",
      voice_fallback_url: number.voiceFallbackUrl || "",
      voice_fallback_method: number.voiceFallbackMethod || "",
      voice_application_sid: number.voiceApplicationSid || "",
      trunk_sid: number.trunkSid || "",
    },
  };
}

function isMarked(mark: string) {
  return ({ friendlyName }: { friendlyName: string }) => friendlyName.endsWith(mark);
}

function given<Values extends Record<string, string | undefined>>(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

async function ask<Value>(request: () => Promise<Value>): Promise<Value> {
  return request().catch((error: unknown) => {
    throw new CarrierError(failureOf(error));
  });
}

/** Twilio's package throws an error with `status` and `code`; the transport's own errors have neither. */
function failureOf(error: unknown): CarrierError["failure"] {
  // Read, not trusted.
  const { status, code } = error instanceof Error ? (error as Error & { status?: unknown; code?: unknown }) : {};
  return {
    status: typeof status === "number" ? status : null,
    code: typeof code === "number" ? String(code) : "",
    retryAfterSeconds: null,
  };
}
