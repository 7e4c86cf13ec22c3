import { z } from "zod";
import { FaultRules } from "./faults.ts";

export type CallRequest = z.output<typeof CallRequest>;

/** Body of `POST /emulator/calls`. */
export const CallRequest = z.strictObject({
  to: z.string().min(1),
  from: z.string().min(1).default("+16025550100"), // "anonymous" for a withheld number
  say: z.array(z.string().min(1)).max(100).optional(), // the caller's lines; a default conversation otherwise
  sip_headers: z.record(z.string(), z.string()).default({}),
  as_if_imported: z
    .strictObject({ agent_id: z.string().optional(), inbound_webhook_url: z.url({ protocol: /^https?$/ }) })
    .optional(),
  faults: FaultRules.default([]),
});

/** A demonstration caller: two look-ups, a follow-up question, a request to speak to the driver, goodbye. */
export const DEFAULT_LINES = [
  "Hi, I'd like to check my ride. My confirmation number is R E S, 20261205 dash 0001.",
  "What terminal is that?",
  "And could you check another one? The phone number on it is 602 555 0101.",
  "Who is my driver?",
  "Can I talk to the driver, please?",
  "No, thank you. That's all, goodbye.",
];
