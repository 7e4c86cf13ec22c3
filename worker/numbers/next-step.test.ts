import { expect, it } from "vitest";
import { nextStep, SETTLE_MS, type Seen, type Step } from "./next-step.ts";

const BINDING = { agentId: "agent_ours", webhookUrl: "https://nightdesk.example/retell/inbound-webhook" };
const NOW = 1_000_000;

const row = {
  status: "pending",
  sipTrunkProvider: "twilio",
  sipTrunkUri: "desert.pstn.twilio.com",
  importSentAt: null,
  importAnsweredAt: null,
  retellPhoneNumberId: null,
  purchasedAt: null,
} as const;
const bound = {
  phone_number_type: "custom",
  inbound_agents: [{ agent_id: "agent_ours", weight: 1 }],
  inbound_webhook_url: BINDING.webhookUrl,
} as const;
const foreign = { ...bound, inbound_agents: [{ agent_id: "x", weight: 1 }] };
const bought = { ...bound, phone_number_type: "retell-twilio" } as const;
const sentJustNow = { importSentAt: NOW - 1000 };
const answered = { importSentAt: NOW - 1000, importAnsweredAt: NOW - 900 };
const ours = { ...answered, purchasedAt: NOW - 900, sipTrunkProvider: "retell" };
const sentLongAgo = { importSentAt: NOW - SETTLE_MS };

it.each<[string, object, Seen, Step]>([
  ["absent: it is imported", {}, null, { do: "import" }],
  ["absent, an import is perhaps on its way: wait", sentJustNow, null, { do: "wait", until: NOW - 1000 + SETTLE_MS }],
  ["absent, the import was answered: import", answered, null, { do: "import" }],
  ["absent, the import is long gone: import", sentLongAgo, null, { do: "import" }],
  [
    "there and bound to us: it is updated",
    {},
    { ...bound, inbound_agents: [...bound.inbound_agents] },
    { do: "update" },
  ],
  ["there after an import of ours: it is updated", sentJustNow, foreign, { do: "update" }],
  ["there and somebody else's: it is left alone", {}, foreign, { do: "refuse", trouble: "already_imported" }],
  [
    "bought: it is left alone",
    answered,
    { ...bought, inbound_agents: [] },
    { do: "refuse", trouble: "already_imported" },
  ],
  ["bought by us: it is updated", { ...ours, sipTrunkUri: null }, { ...bought, inbound_agents: [] }, { do: "update" }],
  [
    "bought by us and absent: it is lost",
    { ...ours, sipTrunkUri: null },
    null,
    { do: "refuse", trouble: "number_lost" },
  ],
  [
    "leaving, bought by us: it is given back",
    { ...ours, status: "disconnecting" },
    { ...bought, inbound_agents: [] },
    { do: "delete" },
  ],
  ["without a trunk: nothing is sent", { sipTrunkUri: null }, null, { do: "refuse", trouble: "invalid_trunk" }],
  ["leaving and there: it is deleted", { status: "disconnecting", ...answered }, foreign, { do: "delete" }],
  ["leaving, and nothing of ours there: only the row goes", { status: "disconnecting" }, foreign, { do: "forget" }],
  ["leaving and absent: the row may go", { status: "disconnecting", ...answered }, null, { do: "forget" }],
  [
    "leaving, bought there: only the row goes",
    { status: "disconnecting" },
    { ...bought, inbound_agents: [] },
    { do: "forget" },
  ],
  [
    "leaving, an import may be on its way: wait",
    { status: "disconnecting", ...sentJustNow },
    null,
    { do: "wait", until: NOW - 1000 + SETTLE_MS },
  ],
])("%s", (_, more, seen, step) => {
  expect(nextStep({ ...row, ...more }, seen, BINDING, NOW)).toEqual(step);
});

it("without an agent nothing is sent", () => {
  expect(nextStep(row, null, null, NOW)).toEqual({ do: "refuse", trouble: "not_configured" });
});
