import { SETUP_PARTS, type SetupPart } from "./setup-parts.ts";

/** The steps of a set-up and of its undoing, in order; a set-up makes only the parts that its way needs. */
const SETTING_UP = ["remember", ...SETUP_PARTS, "write", "check"] as const;
const UNDOING = ["put_back", "delete"] as const;

export type SetupStep = (typeof SETTING_UP)[number] | (typeof UNDOING)[number];

const WORDS: Record<SetupStep, string> = {
  remember: "Remember what the number has now",
  fallback_flow: "Make the flow that connects your agent while we do not answer",
  studio_flow: "Make the Studio flow",
  application: "Make the application that asks us for each call",
  write: "Give the number its new settings",
  check: "Read the settings again",
  put_back: "Give the number its former settings back",
  delete: "Delete what we have made there",
};

export type StepShown = { id: SetupStep; words: string; state: "done" | "doing" | "stopped" | "open" };

type Progress = {
  state: "setting_up" | "set_up" | "undoing";
  step: SetupStep | null;
  parts: SetupPart[];
  /** Somebody works on it at this moment. */
  running: boolean;
};

/** How far a set-up has come, step by step. */
export function stepsShown({ state, step, parts, running }: Progress): StepShown[] {
  const steps: readonly SetupStep[] =
    state === "undoing" ? UNDOING : SETTING_UP.filter((id) => !isPart(id) || parts.includes(id));
  const at = state === "set_up" ? steps.length : step === null ? 0 : Math.max(steps.indexOf(step), 0);
  return steps.map((id, index) => ({
    id,
    words: WORDS[id],
    state: index < at ? "done" : index > at ? "open" : running ? "doing" : "stopped",
  }));
}

function isPart(step: SetupStep): step is SetupPart {
  return SETUP_PARTS.some((part) => part === step);
}
