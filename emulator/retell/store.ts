import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Mail } from "../mail/mail-schema.ts";
import type { AccountAtTelnyx } from "../telnyx/telnyx-account.ts";
import type { AccountAtTwilio } from "../twilio/twilio-account.ts";
import type { AgentSettings } from "./agent-schema.ts";
import type { Call } from "./call-object.ts";
import type { LlmSettings } from "./llm-schema.ts";
import type { PhoneNumber } from "./number-schema.ts";

export type Version<Settings> = {
  version: number;
  base_version: number | null;
  is_published: boolean;
  published_at: number | null; // Unix ms
  last_modification_timestamp: number; // Unix ms
  settings: Settings;
};
type AgentTag = { version?: number; dynamic_variables?: Record<string, string> };
export type Agent = { agent_id: string; versions: Version<AgentSettings>[]; tags: Record<string, AgentTag> };
export type Llm = { llm_id: string; versions: Version<LlmSettings>[] };

/** Everything of one workspace, each list oldest first, and the operators' accounts at their carriers. */
type State = {
  agents: Agent[];
  llms: Llm[];
  numbers: PhoneNumber[];
  calls: Call[];
  mails: Mail[];
  twilio: AccountAtTwilio[];
  telnyx: AccountAtTelnyx[];
};
export type Store = { state: State; save: () => void };

const KEPT = 500; // calls and mails: enough to look back, few enough to write the whole file at every change

/** Opens the state file, or an empty workspace if there is none. Without a path nothing is saved. */
export function openStore(path: string | undefined): Store {
  const empty: State = { agents: [], llms: [], numbers: [], calls: [], mails: [], twilio: [], telnyx: [] };
  const state = { ...empty, ...readState(path) };
  for (const call of state.calls) if (call.call_status === "ongoing") call.call_status = "error"; // cut off by a restart
  return {
    state,
    save() {
      state.calls = state.calls.slice(-KEPT);
      state.mails = state.mails.slice(-KEPT);
      if (path !== undefined) writeWhole(path, JSON.stringify(state));
    },
  };
}

// Only this module writes the file, so we trust its shape.
function readState(path: string | undefined): Partial<State> {
  if (path === undefined || !existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Partial<State>;
  } catch {
    throw new Error(`The emulator's state file ${path} is not JSON. Delete it to begin with an empty workspace.`);
  }
}

// Readers see either the old file or the new one, never a part.
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
