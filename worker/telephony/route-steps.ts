import { sayHours } from "../hours/say-hours.ts";
import { phoneText } from "../phone/phone-text.ts";
import { hoursOfConfig } from "../settings/business-hours.ts";
import type { EditableConfig } from "../settings/config-schema.ts";
import type { Proof } from "./proof.ts";
import { asksLive, type RouteMethod } from "./route-methods.ts";
import { RETELL_SIP_HOST } from "./sip-leg.ts";

/** One thing to do. `copy` is what to copy into the carrier's page; `done` is null if only the operator can tell. */
export type RouteStep = { id: string; title: string; text: string; copy?: string; done: boolean | null };

export type RouteToSet = {
  method: RouteMethod;
  public_number: string | null;
  agent_number: string;
  /** What to enter at the carrier: the voice URL, which for Twilio also says how long to wait for it. */
  voice_address: string | null;
  decision_url: string | null;
  config: EditableConfig | null;
  /** Epoch milliseconds. */
  now: number;
  proven: Proof;
  accounts: { twilio: boolean; telnyx: boolean };
};

/** The steps for exactly this number, its hours and its way, in the order in which to take them. */
export function routeSteps(route: RouteToSet): RouteStep[] {
  if (route.config === null) {
    return [
      step(
        "settings",
        "Save your Agent Settings",
        "They say who answers when, and which phone is your office's.",
        false,
      ),
    ];
  }
  const steps = STEPS[route.method](route, route.config);
  return steps.length === 0 ? [] : [...steps, ...proofSteps(route, route.config)];
}

type Steps = (route: RouteToSet, config: EditableConfig) => RouteStep[];

const STEPS: Record<RouteMethod, Steps> = {
  none: () => [],
  trunk: ({ agent_number, proven }) => [
    step(
      "trunk",
      "Point your trunk's number at the agent",
      `At your phone provider, send calls to ${phoneText(agent_number)} to Retell's address over your trunk. Phone Numbers shows the steps for each provider.`,
      proven.agent_rang_at !== null,
      RETELL_SIP_HOST,
    ),
  ],
  forwarding: (route, config) => [officeStep(config), forwardStep(route, config)].filter((one) => one !== null),
  twilio_live: (route, config) =>
    [
      officeStep(config),
      step(
        "account",
        "Enter your Twilio account",
        "We check with its auth token that a request comes from Twilio. It is kept sealed and never shown again.",
        route.accounts.twilio,
      ),
      urlStep(
        "Twilio",
        route,
        "Phone Numbers, Manage, Active numbers, your number, Voice Configuration: A call comes in, Webhook, HTTP POST.",
      ),
    ].filter((one) => one !== null),
  telnyx_live: (route, config) =>
    [
      officeStep(config),
      step(
        "account",
        "Enter your Telnyx public key",
        "We check with it that a request comes from Telnyx. The portal shows it under Keys & Credentials.",
        route.accounts.telnyx,
      ),
      urlStep("Telnyx", route, "Voice, TeXML Applications: create one, choose POST, and assign your number to it."),
    ].filter((one) => one !== null),
  twilio_studio: (route, config) =>
    [
      officeStep(config),
      step(
        "account",
        "Enter your Twilio account",
        "Your flow asks us who answers; we check with the auth token that it is yours.",
        route.accounts.twilio,
      ),
      step(
        "flow",
        "Create the flow",
        "Let us set it up below, or do it yourself: in Twilio, open Studio, create a flow from JSON, paste the file that you download here, and publish it. Then choose it for your number under A call comes in.",
        route.proven.carrier_asked_at !== null,
        route.decision_url ?? undefined,
      ),
    ].filter((one) => one !== null),
};

function officeStep({ forwarding_mode, office_phone }: EditableConfig): RouteStep | null {
  if (forwarding_mode === "always") return null;
  return step(
    "office",
    "Name your office phone",
    "It rings before the agent does. Enter it in Agent Settings, under Call routing.",
    Boolean(office_phone),
  );
}

function forwardStep({ agent_number, public_number, proven, now }: RouteToSet, config: EditableConfig): RouteStep {
  const line = public_number ? `your line ${phoneText(public_number)}` : "your line";
  const hours = sayHours(hoursOfConfig(config), now);
  const text: Record<EditableConfig["forwarding_mode"], string> = {
    always: `Forward all calls of ${line} to ${phoneText(agent_number)}.`,
    after_hours: `Have ${line} forwarded to ${phoneText(agent_number)} outside your hours (${hours}, ${config.timezone}). Many providers have a time schedule for it in their portal; otherwise switch it on when you close.`,
    overflow: `Have ${line} forwarded to ${phoneText(agent_number)} when nobody answers within ${config.ring_seconds} seconds, and when it is busy.`,
  };
  return step(
    "forward",
    "Forward your line",
    text[config.forwarding_mode],
    proven.agent_rang_at !== null,
    agent_number,
  );
}

function urlStep(carrier: string, { voice_address, public_number, proven }: RouteToSet, where: string): RouteStep {
  const number = public_number ? ` of ${phoneText(public_number)}` : "";
  return step(
    "url",
    `Give ${carrier} this address`,
    `Enter it as the voice address${number}. ${where}`,
    proven.carrier_asked_at !== null,
    voice_address ?? undefined,
  );
}

/** The calls that prove the route, by mode. */
function proofSteps({ method, public_number, agent_number, proven }: RouteToSet, config: EditableConfig): RouteStep[] {
  const dial = phoneText(public_number ?? agent_number);
  if (config.forwarding_mode === "always" || !asksLive(method)) {
    return [step("call", "Call your number", `Call ${dial}. The agent answers.`, proven.agent_rang_at !== null)];
  }
  const ring = step(
    "let_it_ring",
    "Call, and let it ring",
    `Call ${dial} while your office should ring, and do not pick up. After ${config.ring_seconds} seconds the agent answers.`,
    proven.agent_after_office_at !== null,
  );
  if (config.forwarding_mode === "overflow") return [ring];
  const closed = step(
    "while_closed",
    "Call while you are closed",
    `Call ${dial} outside your hours. The agent answers at once.`,
    proven.agent_directly_at !== null,
  );
  return [ring, closed];
}

function step(id: string, title: string, text: string, done: boolean | null, copy?: string): RouteStep {
  return { id, title, text, done, ...(copy === undefined ? {} : { copy }) };
}
