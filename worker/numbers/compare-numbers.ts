import type { NumberAtRetell } from "../retell/phone-numbers.ts";
import { isBoughtElsewhere } from "./bought-number.ts";
import { isBound } from "./next-step.ts";
import { markedPurchase } from "./purchase-mark.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";
import type { Binding } from "./wanted.ts";

export type OurNumber = Pick<
  StoredNumber,
  "id" | "userId" | "phoneNumber" | "status" | "sipTrunkProvider" | "importSentAt" | "revision" | "purchasedAt"
>;

export type TheirNumber = Pick<
  NumberAtRetell,
  "phone_number" | "phone_number_type" | "inbound_agents" | "inbound_webhook_url" | "nickname"
>;

export type Finding =
  /** Connected here, but missing at Retell or not routed to our agent. It is connected again. */
  | { kind: "missing" | "wrong_agent" | "wrong_webhook"; phoneNumber: string; ours: OurNumber }
  /** A number that was bought at Retell. It is only reported, never changed. */
  | { kind: "bought_missing" | "bought_elsewhere"; phoneNumber: string; ours: OurNumber }
  /** Bought a second time for a purchase that has its number: the first request arrived very late. It is given back. */
  | { kind: "bought_twice"; phoneNumber: string }
  /** Routed to our agent, but no company here has it, or none has connected it. A person must look into it. */
  | { kind: "unknown" | "not_connected_here"; phoneNumber: string };

/**
 * Compares the table with Retell's list, both ways. Numbers that a job is working on (pending, disconnecting) are
 * skipped, and so are numbers at Retell that are not routed to our agent.
 */
export function compareNumbers(ours: OurNumber[], theirs: TheirNumber[], binding: Binding): Finding[] {
  const listed = new Map(theirs.map((number) => [number.phone_number, number]));
  const known = new Map(ours.map((number) => [number.phoneNumber, number]));
  const lost = ours.flatMap((number): Finding[] => lookFor(number, listed.get(number.phoneNumber), binding));
  const found = theirs
    .filter((number) => (number.inbound_agents ?? []).some(({ agent_id }) => agent_id === binding.agentId))
    .flatMap(({ phone_number: phoneNumber, nickname }): Finding[] => {
      const row = known.get(phoneNumber);
      const purchase = row ? undefined : ours.find(({ id }) => id === markedPurchase(nickname));
      if (purchase && purchase.purchasedAt !== null) return [{ kind: "bought_twice", phoneNumber }];
      if (!row) return [{ kind: "unknown", phoneNumber }];
      const idle = row.importSentAt === null && (row.status === "not_connected" || row.status === "error");
      return idle ? [{ kind: "not_connected_here", phoneNumber }] : [];
    });
  return [...lost, ...found];
}

function lookFor(ours: OurNumber, theirs: TheirNumber | undefined, binding: Binding): Finding[] {
  if (ours.status !== "connected") return [];
  const { phoneNumber } = ours;
  const bought = isBoughtElsewhere(ours);
  if (!theirs) return [{ kind: bought ? "bought_missing" : "missing", phoneNumber, ours }];
  if (isBound(theirs, binding)) return [];
  if (bought) return [{ kind: "bought_elsewhere", phoneNumber, ours }];
  const webhook = theirs.inbound_webhook_url !== binding.webhookUrl;
  return [{ kind: webhook ? "wrong_webhook" : "wrong_agent", phoneNumber, ours }];
}
