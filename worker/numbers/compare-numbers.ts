import type { NumberAtRetell } from "../retell/phone-numbers.ts";
import { isBound } from "./next-step.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";
import type { Binding } from "./wanted.ts";

export type OurNumber = Pick<
  StoredNumber,
  "id" | "userId" | "phoneNumber" | "status" | "sipTrunkProvider" | "importSentAt" | "revision"
>;

export type TheirNumber = Pick<
  NumberAtRetell,
  "phone_number" | "phone_number_type" | "inbound_agents" | "inbound_webhook_url"
>;

export type Finding =
  /** Mended by connecting it again: it is connected here, but is not there, or not led to us. */
  | { kind: "missing" | "wrong_agent" | "wrong_webhook"; phoneNumber: string; ours: OurNumber }
  /** Of a number that was bought at Retell: told, never changed. */
  | { kind: "bought_missing" | "bought_elsewhere"; phoneNumber: string; ours: OurNumber }
  /** Led to our agent, and no company here has it, or none that connected it: a person must look. */
  | { kind: "unknown" | "not_connected_here"; phoneNumber: string };

/**
 * Compares the table with Retell's list, both ways. What a job is at work on (pending, disconnecting) is left to it, and
 * numbers at Retell that have nothing to do with our agent are nobody's business.
 */
export function compareNumbers(ours: OurNumber[], theirs: TheirNumber[], binding: Binding): Finding[] {
  const listed = new Map(theirs.map((number) => [number.phone_number, number]));
  const known = new Map(ours.map((number) => [number.phoneNumber, number]));
  const lost = ours.flatMap((number): Finding[] => lookFor(number, listed.get(number.phoneNumber), binding));
  const found = theirs
    .filter((number) => (number.inbound_agents ?? []).some(({ agent_id }) => agent_id === binding.agentId))
    .flatMap(({ phone_number: phoneNumber }): Finding[] => {
      const row = known.get(phoneNumber);
      if (!row) return [{ kind: "unknown", phoneNumber }];
      const idle = row.importSentAt === null && (row.status === "not_connected" || row.status === "error");
      return idle ? [{ kind: "not_connected_here", phoneNumber }] : [];
    });
  return [...lost, ...found];
}

function lookFor(ours: OurNumber, theirs: TheirNumber | undefined, binding: Binding): Finding[] {
  if (ours.status !== "connected") return [];
  const { phoneNumber } = ours;
  const bought = ours.sipTrunkProvider === "retell";
  if (!theirs) return [{ kind: bought ? "bought_missing" : "missing", phoneNumber, ours }];
  if (isBound(theirs, binding)) return [];
  if (bought) return [{ kind: "bought_elsewhere", phoneNumber, ours }];
  const webhook = theirs.inbound_webhook_url !== binding.webhookUrl;
  return [{ kind: webhook ? "wrong_webhook" : "wrong_agent", phoneNumber, ours }];
}
