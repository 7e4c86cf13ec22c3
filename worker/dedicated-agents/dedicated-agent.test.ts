import { env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bindings, readSettings } from "../env.ts";
import { createServices } from "../services.ts";
import { scopesWithDedicatedAgents } from "../tenancy/job-gate.ts";
import { agentWorkspace } from "../testing/agent-workspace.ts";
import { ring } from "../testing/app.ts";
import { company } from "../testing/company.ts";
import { seededAccounts } from "../testing/operator.ts";
import { checkEveryAgent } from "./check-agent.ts";
import { removeDedicatedAgent } from "./remove-agent.ts";

type Company = Awaited<ReturnType<typeof company>>;
type Answer = { call_inbound: { override_agent_id?: string; dynamic_variables: Record<string, string> } };

let workspace: Awaited<ReturnType<typeof agentWorkspace>>;
let mesa: Company;
let yuma: Company;
let own: string;

beforeAll(() => seededAccounts());

beforeEach(async () => {
  workspace = await agentWorkspace();
  [mesa, yuma] = [await company({ company_name: "Mesa Rides" }), await company({ company_name: "Yuma Rides" })];
  const { llm_id } = await workspace.client.llm.create({ general_prompt: "Only for Mesa." });
  const response_engine = { type: "retell-llm" as const, llm_id };
  own = (await workspace.client.agent.create({ voice_id: "retell-Cimo", response_engine })).agent_id;
  await env.DB.prepare("UPDATE tenant_config SET retell_agent_id = ? WHERE user_id = ?").bind(own, mesa.id).run();
});

async function answerTo(phone: string) {
  const response = await ring(phone, "+16025550100", {}, workspace.bindings);
  return (await response.json<Answer>()).call_inbound;
}

function services() {
  const bindings = { ...env, ...workspace.bindings } as Bindings;
  return { ...createServices(bindings, { waitUntil: () => undefined }), settings: readSettings(bindings) };
}

async function history(of: Company): Promise<string[]> {
  const { items } = await (await of.get("/api/audit-events?area=agent")).json<{ items: { action: string }[] }>();
  return items.map(({ action }) => action);
}

describe("a company with an agent of its own", () => {
  it("is answered by it, with every variable, and no other company is", async () => {
    const answer = await answerTo(mesa.phone);
    expect(answer.override_agent_id).toBe(own);
    expect(answer).toMatchObject({ override_agent_version: "latest_published" });
    expect(answer.dynamic_variables.company_name).toBe("Mesa Rides");
    expect(await answerTo(yuma.phone)).not.toHaveProperty("override_agent_id");
  });

  it("is answered by the shared one from the next ring on when Retell no longer has it, and its history says so", async () => {
    await workspace.client.agent.delete(own);
    expect((await answerTo(mesa.phone)).override_agent_id).toBe(own);
    const next = await answerTo(mesa.phone);
    expect(next).not.toHaveProperty("override_agent_id");
    expect(next.dynamic_variables.company_name).toBe("Mesa Rides");
    expect(await history(mesa)).toEqual(["agent.missing"]);
    expect(await history(yuma)).toEqual([]);
  });

  it("keeps it while Retell does not answer, and asks only once in ten minutes", async () => {
    await workspace.faults([{ where: "rest", match: "/get-agent", kind: "500" }]);
    await answerTo(mesa.phone);
    expect((await answerTo(mesa.phone)).override_agent_id).toBe(own);
    const asked = env.DB.prepare("SELECT count FROM usage WHERE user_id = ? AND what = 'retell.get_agent'");
    expect(await asked.bind(mesa.id).first("count")).toBe(1);
  });

  it("is answered by it again once the hourly check finds it", async () => {
    await env.DB.prepare("UPDATE tenant_config SET retell_agent_missing_at = 1 WHERE user_id = ?").bind(mesa.id).run();
    expect(await answerTo(mesa.phone)).not.toHaveProperty("override_agent_id");
    await checkEveryAgent(services());
    expect((await answerTo(mesa.phone)).override_agent_id).toBe(own);
    expect(await history(mesa)).toEqual(["agent.found"]);
  });

  it("keeps it over a save of its settings, and cannot choose one by itself", async () => {
    await mesa.put("/api/tenant-config", { ring_seconds: 30, retell_agent_id: "agent_of_somebody_else" });
    expect((await answerTo(mesa.phone)).override_agent_id).toBe(own);
  });

  it("leaves neither the agent nor its language model at Retell when it leaves", async () => {
    const scope = (await scopesWithDedicatedAgents(services())).find(({ userId }) => userId === mesa.id);
    if (!scope) throw new Error("no company has an agent of its own");
    await workspace.faults([{ where: "rest", match: "/delete-agent", kind: "500", times: 1 }]);
    expect(await removeDedicatedAgent(scope, services())).toBe(false);
    expect(await removeDedicatedAgent(scope, services())).toBe(true);
    expect(await removeDedicatedAgent(scope, services())).toBe(true);
    const { items } = await workspace.client.llm.list();
    expect(items.filter(({ general_prompt }) => general_prompt === "Only for Mesa.")).toEqual([]);
  });
});
