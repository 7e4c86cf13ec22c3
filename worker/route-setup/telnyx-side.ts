import { APIError, Telnyx } from "telnyx";
import type { Settings } from "../env.ts";
import {
  CarrierError,
  type CarrierNumber,
  type CarrierSide,
  type PartSide,
  type Target,
  unlessGone,
} from "./carrier-side.ts";

type Forwarding = {
  call_forwarding_enabled?: boolean;
  forwards_to?: string;
  forwarding_type?: "always" | "on-failure";
};

/**
 * A number at Telnyx has one connection. Here it is a TeXML application that we make, which asks our voice address. If
 * that fails, Telnyx itself forwards to the agent (`call_forwarding`, on-failure).
 */
export function telnyxSide(
  { TELNYX_API_URL: baseURL, CARRIER_TIMEOUT_MS: timeout }: Settings,
  apiKey: string,
): CarrierSide {
  const client = new Telnyx({ apiKey, baseURL, timeout, maxRetries: 0, logLevel: "off" });
  const numberOf = async (id: string, connection: string | null | undefined): Promise<CarrierNumber> => {
    const { data } = await ask(() => client.phoneNumbers.voice.retrieve(id));
    return {
      id,
      settings: { connection_id: connection ?? "", call_forwarding: forwardingText(data?.call_forwarding) },
    };
  };
  const wanted = (mark: string, { voiceUrl }: Target) =>
    ({ friendly_name: `Nightdesk ${mark}`, voice_url: voiceUrl, voice_method: "post" }) as const;
  const application: PartSide = {
    make: async (mark, target) => {
      const { data } = await ask(() => client.texmlApplications.create(wanted(mark, target)));
      if (!data?.id) throw new CarrierError({ status: null, code: "", retryAfterSeconds: null }); // half an answer
      return { id: data.id, address: "" };
    },
    adapt: async ({ id }, mark, target) =>
      void (await ask(() => client.texmlApplications.update(id, wanted(mark, target)))),
    list: async (mark) => {
      const made: string[] = [];
      const all = await ask(() => client.texmlApplications.list({ "page[size]": 250 }));
      for (const { id, friendly_name } of all.data) if (id && friendly_name?.endsWith(mark)) made.push(id);
      return made.map((id) => ({ id, address: "" }));
    },
    unmake: async ({ id }) => void (await unlessGone(ask(() => client.texmlApplications.delete(id)))),
  };
  return {
    find: async (phoneNumber) => {
      // The filter takes only digits, and finds every number that contains them.
      const filter = { phone_number: phoneNumber.replace("+", "") };
      const { data } = await ask(() => client.phoneNumbers.list({ filter }));
      const found = data.find((number) => number.phone_number === phoneNumber);
      return found?.id ? numberOf(found.id, found.connection_id) : null;
    },
    read: async (id) => {
      const found = await unlessGone(ask(() => client.phoneNumbers.retrieve(id)));
      return found && numberOf(id, found.data?.connection_id);
    },
    write: async (id, { connection_id, call_forwarding }) => {
      if (connection_id !== undefined) await ask(() => client.phoneNumbers.update(id, { connection_id }));
      if (call_forwarding !== undefined) {
        const forwarding = { call_forwarding: forwardingOf(call_forwarding) };
        await ask(() => client.phoneNumbers.voice.update(id, forwarding));
      }
    },
    parts: { application },
    wanted: ({ agentNumber }, made) => ({
      connection_id: made.application?.id ?? "",
      call_forwarding: `on on-failure ${agentNumber}`,
    }),
    inTheWay: ({ connection_id }) => (connection_id ? ["connection_id"] : []),
  };
}

/**
 * "on always +15205550142", or "on always -" if calls are forwarded
 * to no number. What is absent counts as Telnyx takes it.
 */
function forwardingText({ call_forwarding_enabled, forwards_to, forwarding_type }: Forwarding = {}): string {
  return `${call_forwarding_enabled === false ? "off" : "on"} ${forwarding_type ?? "always"} ${forwards_to || "-"}`;
}

function forwardingOf(text: string): Forwarding {
  const [enabled, type, number = ""] = text.split(" ");
  return {
    call_forwarding_enabled: enabled === "on",
    forwarding_type: type === "on-failure" ? "on-failure" : "always",
    forwards_to: number === "-" ? "" : number,
  };
}

async function ask<Value>(request: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const seconds = Number(error.headers?.get("retry-after"));
    throw new CarrierError({
      status: error.status ?? null,
      code: codeOf(error.error),
      retryAfterSeconds: seconds > 0 ? Math.min(seconds, 3600) : null,
    });
  }
}

/** `{errors: [{code}]}` */
function codeOf(body: object | undefined): string {
  const [first] = body && "errors" in body && Array.isArray(body.errors) ? body.errors : [];
  return typeof first?.code === "string" ? first.code : "";
}
