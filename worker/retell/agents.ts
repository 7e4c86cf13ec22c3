import type Retell from "retell-sdk";
import { log } from "../lib/log.ts";
import { failureOf } from "./failure.ts";

/** Whether Retell has an agent; null if it did not say. 422 stands for "not there" in its documentation, 404 in practice. */
export async function hasAgent(client: Retell, agentId: string, now: number): Promise<boolean | null> {
  try {
    await client.agent.retrieve(agentId);
    return true;
  } catch (error) {
    return isAbsent(failureOf(error, now).status) ? false : null;
  }
}

/** Deletes an agent with its LLM. True once Retell has neither; false if we have to ask again later. */
export async function deleteAgent(client: Retell, agentId: string, now: number): Promise<boolean> {
  try {
    const { response_engine: engine } = await client.agent.retrieve(agentId);
    await client.agent.delete(agentId);
    if (engine.type === "retell-llm") await deleteLlm(client, engine.llm_id);
    return true;
  } catch (error) {
    return isAbsent(failureOf(error, now).status);
  }
}

/** Without its agent we could not find the LLM again, so what is left of it is logged. It costs nothing there. */
async function deleteLlm(client: Retell, llmId: string): Promise<void> {
  await client.llm.delete(llmId).catch(() => log("llm_left_at_retell", { llm_id: llmId }));
}

function isAbsent(status: number | null): boolean {
  return status === 404 || status === 422;
}
