import { CircleCheck, CircleDashed, Clock3, Hourglass, TriangleAlert } from "lucide-preact";
import type { PhoneNumber } from "../replies.ts";
import { dateFormat } from "../times/date-format.ts";
import { Badge } from "./Badge.tsx";

const STATUSES = {
  connected: { icon: CircleCheck, words: "Connected", tone: "text-success" },
  pending: { icon: Clock3, words: "Connecting …", tone: "text-info" },
  error: { icon: TriangleAlert, words: "Problem", tone: "text-error" },
  not_connected: { icon: CircleDashed, words: "Not connected", tone: "text-soft" },
} as const;

const LEAVING = { icon: Hourglass, words: "Being removed", tone: "text-soft" } as const;

type Props = { number: Pick<PhoneNumber, "status" | "disconnecting" | "verified_at"> };

/** How a number stands, told by word and shape as well as colour. One that a call has reached works without being connected. */
export function StatusBadge({ number }: Props) {
  const { icon, words, tone } = standing(number);
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}

function standing({ status, disconnecting, verified_at }: Props["number"]) {
  if (disconnecting) return LEAVING;
  return status === "not_connected" && verified_at !== null ? reachedOn(verified_at) : STATUSES[status];
}

function reachedOn(at: number) {
  const day = dateFormat("en-US", { month: "short", day: "numeric" }).format(at);
  return { icon: CircleCheck, words: `Reached by a call on ${day}`, tone: "text-success" };
}
