import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Retell from "retell-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { AGENT_NAME, dedicatedAgentName } from "../../worker/agent/agent-name.ts";
import { agentDifferences } from "../../worker/agent/dedicated.ts";
import { promptSections } from "../../worker/agent/prompt.ts";
import { applyAgent, planAgent } from "./apply.ts";
import { assignAgent, readCompany, requireCompany } from "./company.ts";
import { readVersion } from "./release.ts";
import { rollbackAgent } from "./rollback.ts";
import { findSharedAgent } from "./shared-agent.ts";

const ID = "0b7f0f6e-35a1-4a4f-9a53-6d5d9f3c1a77";
const publicUrl = "https://desk.example";

const differing = (more: object = {}) => ({ id: ID, differences: agentDifferences.parse({ why: "A test.", ...more }) });

let emulator: Emulator;
let client: Retell;
beforeEach(async () => {
  emulator = await startEmulator({ port: 0, apiKey: "key_test_company" });
  client = new Retell({ apiKey: "key_test_company", baseURL: emulator.url });
});
afterEach(() => emulator.close());

test("a company's agent is the shared one with its differences, and the shared one stays as it is", async () => {
  const shared = await applyAgent({ client, publicUrl });
  const company = differing({
    replaced: { ending: "# Ending\nSay: drive safely." },
    added: ["# Parking\nParking is free."],
    voice_id: "retell-Grace",
    tools_off: ["transfer_to_driver"],
  });
  const own = await applyAgent({ client, publicUrl, company });
  expect(own.agentId).not.toBe(shared.agentId);
  const { agent, llm } = await readVersion(client, own.agentId, own.version);
  expect(agent).toMatchObject({ agent_name: dedicatedAgentName(ID), voice_id: "retell-Grace" });
  expect(llm.general_prompt).toContain("Parking is free.");
  expect(llm.general_prompt).toContain("drive safely");
  expect(llm.general_prompt).toContain(promptSections().never);
  expect(llm.general_prompt).not.toContain(promptSections().ending);
  expect(llm.general_tools?.map(({ name }) => name)).not.toContain("transfer_to_driver");
  expect(await planAgent({ client, publicUrl, company })).toMatchObject({ kind: "unchanged" });
  expect(await planAgent({ client, publicUrl })).toMatchObject({ kind: "unchanged" });
});

test("a changed file becomes a new version, and rollback brings the one before back, of this agent alone", async () => {
  await applyAgent({ client, publicUrl });
  await applyAgent({ client, publicUrl, company: differing({ added: ["# One\nOne."] }) });
  const second = await applyAgent({ client, publicUrl, company: differing({ added: ["# Two\nTwo."] }) });
  await rollbackAgent({ client, name: dedicatedAgentName(ID) });
  const own = await findSharedAgent(client, dedicatedAgentName(ID));
  const { llm } = await readVersion(client, second.agentId, own?.published?.version ?? -1);
  expect(llm.general_prompt).toContain("# One");
  expect((await findSharedAgent(client, AGENT_NAME))?.versions).toHaveLength(1);
});

test("a tool that does not exist is refused, because a misspelled one would stay on", async () => {
  const company = differing({ tools_off: ["transfer_to_drivers"] });
  await expect(applyAgent({ client, publicUrl, company })).rejects.toThrow(/no tool called/);
});

test.each(["never", "safety", "call", "not_ready"])("the section %s cannot be replaced", (name) => {
  expect(agentDifferences.safeParse({ why: "A test.", replaced: { [name]: "x" } }).success).toBe(false);
});

test("the file is named after the company, and a wrong one is refused with its name", () => {
  const folder = mkdtempSync(join(tmpdir(), "companies-"));
  expect(() => readCompany(ID, folder)).toThrow(/does not exist/);
  expect(() => readCompany("x' OR 1=1 --", folder)).toThrow(/needs a company's id/);
  writeFileSync(join(folder, `${ID}.json`), JSON.stringify({ why: "A test.", voice: "x" }));
  expect(() => readCompany(ID, folder)).toThrow(/voice/);
  writeFileSync(join(folder, `${ID}.json`), JSON.stringify({ why: "A test." }));
  expect(readCompany(ID, folder).differences).toMatchObject({ added: [], tools_off: [] });
});

test("only a company that exists gets an agent, and the statement names it and the agent alone", async () => {
  const asked: string[] = [];
  const query = async <Row>(sql: string): Promise<Row[]> => {
    asked.push(sql);
    return [];
  };
  await expect(requireCompany(differing(), undefined, query)).rejects.toThrow(/No company/);
  await assignAgent({ id: ID }, "agent_1", undefined, query);
  expect(asked.at(-1)).toContain(`SET retell_agent_id = 'agent_1'`);
  await expect(assignAgent({ id: ID }, "a'; DROP TABLE user; --", undefined, query)).rejects.toThrow(/odd id/);
});
