import Retell from "retell-sdk";
import { agentDefinition } from "../agent/definition.ts";
import { KEY } from "./app.ts";

/** A Retell workspace of its own with the whole shared agent published, and the bindings that point the Worker to it. */
export async function agentWorkspace() {
  const baseURL = `http://w${crypto.randomUUID()}.retell.test`;
  const client = new Retell({ apiKey: KEY, baseURL, maxRetries: 0 });
  const wanted = agentDefinition({ publicUrl: "https://nightdesk.example" });
  const { llm_id } = await client.llm.create(wanted.llm);
  const response_engine = { type: "retell-llm" as const, llm_id };
  const { agent_id, version } = await client.agent.create({ ...wanted.agent, response_engine });
  await client.agent.publish(agent_id, { version });
  const faults = (rules: object[]) =>
    fetch(`${baseURL}/emulator/faults`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(rules),
    });
  return { client, bindings: { RETELL_API_URL: baseURL, RETELL_AGENT_ID: agent_id }, faults };
}
