import { CircleAlert, CircleCheck, CircleDashed, Clock3, Equal, History } from "lucide-preact";
import type { Import } from "./list-replies.ts";

/** The states of a list version, for its badge. */
export const IMPORT_STATES = {
  receiving: { icon: CircleDashed, words: "Incomplete", tone: "text-soft" },
  reading: { icon: CircleDashed, words: "Being read", tone: "text-soft" },
  unchanged: { icon: Equal, words: "Nothing new", tone: "text-soft" },
  failed: { icon: CircleAlert, words: "Not imported", tone: "text-warning" },
  ready: { icon: Clock3, words: "Not activated yet", tone: "text-warning" },
  current: { icon: CircleCheck, words: "In use", tone: "text-success" },
  superseded: { icon: History, words: "Earlier list", tone: "text-soft" },
} as const satisfies Record<Import["status"], object>;
