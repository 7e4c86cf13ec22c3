import { CircleCheck, CircleDashed, Clock3, History } from "lucide-preact";
import type { Import } from "./list-replies.ts";

/** How a version of a list stands, for its badge. */
export const IMPORT_STATES = {
  receiving: { icon: CircleDashed, words: "Not complete", tone: "text-soft" },
  ready: { icon: Clock3, words: "Waits for activation", tone: "text-warning" },
  current: { icon: CircleCheck, words: "In use", tone: "text-success" },
  superseded: { icon: History, words: "Earlier list", tone: "text-soft" },
} as const satisfies Record<Import["status"], object>;
