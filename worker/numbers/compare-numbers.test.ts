import { expect, it } from "vitest";
import { compareNumbers, type OurNumber, type TheirNumber } from "./compare-numbers.ts";

const BINDING = { agentId: "agent_ours", webhookUrl: "https://nightdesk.example/retell/inbound-webhook" };

const ours = (more: Partial<OurNumber> = {}): OurNumber => ({
  id: "n1",
  userId: "u1",
  phoneNumber: "+15205550101",
  status: "connected",
  sipTrunkProvider: "twilio",
  importSentAt: 1,
  revision: 0,
  purchasedAt: null,
  ...more,
});

const theirs = (more: Partial<TheirNumber> = {}): TheirNumber => ({
  phone_number: "+15205550101",
  phone_number_type: "custom",
  inbound_agents: [{ agent_id: "agent_ours", weight: 1 }],
  inbound_webhook_url: BINDING.webhookUrl,
  ...more,
});

const kinds = (mine: OurNumber[], listed: TheirNumber[]) =>
  compareNumbers(mine, listed, BINDING).map(({ kind }) => kind);

it.each<[string, OurNumber[], TheirNumber[], string[]]>([
  ["both sides agree", [ours()], [theirs()], []],
  ["it is missing there", [ours()], [], ["missing"]],
  ["its webhook is another", [ours()], [theirs({ inbound_webhook_url: "https://x.example" })], ["wrong_webhook"]],
  ["its agent is another", [ours()], [theirs({ inbound_agents: [{ agent_id: "x", weight: 1 }] })], ["wrong_agent"]],
  ["it has no agent", [ours()], [theirs({ inbound_agents: null })], ["wrong_agent"]],
  [
    "a second agent takes part of the calls",
    [ours()],
    [
      theirs({
        inbound_agents: [
          { agent_id: "agent_ours", weight: 0.5 },
          { agent_id: "x", weight: 0.5 },
        ],
      }),
    ],
    ["wrong_agent"],
  ],
  ["a bought one is missing", [ours({ sipTrunkProvider: "retell" })], [], ["bought_missing"]],
  [
    "a bought one is routed elsewhere",
    [ours({ sipTrunkProvider: "retell" })],
    [theirs({ inbound_agents: [] })],
    ["bought_elsewhere"],
  ],
  ["nobody here has it", [], [theirs()], ["unknown"]],
  ["nobody here has it, and its calls do not come to us", [], [theirs({ inbound_agents: [] })], []],
  ["it was never connected here", [ours({ status: "error", importSentAt: null })], [theirs()], ["not_connected_here"]],
  ["a job is at work on it", [ours({ status: "pending" })], [], []],
  ["a job removes it", [ours({ status: "disconnecting" })], [theirs()], []],
])("when %s", (_, mine, listed, found) => {
  expect(kinds(mine, listed)).toEqual(found);
});
