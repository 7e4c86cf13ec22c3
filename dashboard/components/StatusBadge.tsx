import { CircleCheck, CircleDashed, Clock3, TriangleAlert } from "lucide-preact";
import type { PhoneNumber } from "../replies.ts";
import { Badge } from "./Badge.tsx";

const STATUSES = {
  connected: { icon: CircleCheck, words: "Connected", tone: "text-success" },
  pending: { icon: Clock3, words: "Connecting", tone: "text-info" },
  error: { icon: TriangleAlert, words: "Needs attention", tone: "text-error" },
  not_connected: { icon: CircleDashed, words: "Not connected", tone: "text-soft" },
} as const;

type Props = { number: Pick<PhoneNumber, "status" | "verified_at"> };

/** How a number stands, told by word and shape as well as colour. One that a call has reached works without being connected. */
export function StatusBadge({ number: { status, verified_at } }: Props) {
  const reached = status === "not_connected" && verified_at !== null;
  const { icon, words, tone } = reached ? reachedOn(verified_at) : STATUSES[status];
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}

function reachedOn(at: number) {
  const day = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric" }).format(at);
  return { icon: CircleCheck, words: `Reached by a call on ${day}`, tone: "text-success" };
}
