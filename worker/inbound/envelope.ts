import * as z from "zod";
import { callerNumber, ownNumber } from "../phone/caller-id.ts";
import { FORWARD_WORDS } from "../telephony/forward-words.ts";
import { CALL_HEADER, REASON_HEADER } from "../telephony/sip-leg.ts";

const ring = z.object({
  to_number: z.string().min(1),
  // Only the dialled number is required: an odd value elsewhere must not leave the call unanswered.
  call_id: z.string().nullish().catch(null),
  from_number: z.string().nullish().catch(null), // a withheld number is the word "anonymous"
  custom_sip_headers: z.record(z.string(), z.unknown()).nullish().catch(null),
});

/** Retell's `{event, call_inbound}` and the plan's flat `{to_number, from_number}`. Other fields are ignored. */
export const inboundEnvelope = z
  .union([z.object({ call_inbound: ring }).transform((body) => body.call_inbound), ring], {
    error: "Give the dialled number as call_inbound.to_number, or as to_number.",
  })
  .transform(({ call_id, from_number, to_number, custom_sip_headers }) => {
    const dialled = ownNumber(to_number) ?? to_number;
    return {
      callId: call_id ?? null,
      dialled,
      caller: callerNumber(from_number, dialled),
      forwardReason: ourReason(custom_sip_headers) || forwardReason(custom_sip_headers),
      overSip: header(custom_sip_headers, CALL_HEADER),
    };
  });

/** What comes here that is no telephone call (Retell contract 1.1): a text message, or an event sent to the wrong address. */
export const otherEvent = z.object({
  event: z.string().refine((name) => name !== "call_inbound"),
  call_inbound: z.undefined().optional(),
  to_number: z.undefined().optional(),
});

export type Ring = z.output<typeof inboundEnvelope>;

type Headers = Record<string, unknown> | null | undefined;

/**
 * Why a call comes that we sent here over SIP ourselves. Anybody can send such a header, so it counts as nothing but a reason:
 * whose call it is follows from the dialled number alone.
 */
function ourReason(headers: Headers): string {
  const sent = header(headers, REASON_HEADER) ?? "";
  return FORWARD_WORDS.includes(sent) ? sent : "";
}

function header(headers: Headers, name: string): string | null {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
}

/** RFC 5806: `Diversion: <sip:+15205550100@carrier>;reason=no-answer` says why the carrier sent the call on. */
function forwardReason(headers: Headers): string {
  const diversion = header(headers, "diversion") ?? "";
  return /;\s*reason="?([a-z][a-z-]{0,39})/i.exec(diversion)?.[1]?.toLowerCase() ?? "";
}
