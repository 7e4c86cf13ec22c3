import { CircleCheck, CircleDashed, Clock3, Hourglass, TriangleAlert } from "lucide-preact";
import { NUMBER_STATUSES, type NumberStatus } from "../../worker/numbers/number-status.ts";
import type { PhoneNumber } from "../replies.ts";
import { dateFormat } from "../times/date-format.ts";
import { Badge } from "./Badge.tsx";

const LOOKS: Record<NumberStatus, { icon: typeof CircleCheck; tone: string }> = {
  connected: { icon: CircleCheck, tone: "text-success" },
  pending: { icon: Clock3, tone: "text-info" },
  error: { icon: TriangleAlert, tone: "text-error" },
  not_connected: { icon: CircleDashed, tone: "text-soft" },
  disconnecting: { icon: Hourglass, tone: "text-soft" },
};

type Props = { number: Pick<PhoneNumber, "status" | "verified_at"> };

/** The status of a number. One that a call has reached works, even when it was never connected here. */
export function StatusBadge({ number }: Props) {
  const { icon, words, tone } = look(number);
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}

function look({ status, verified_at }: Props["number"]) {
  if (status === "not_connected" && verified_at !== null) return reachedOn(verified_at);
  return { ...LOOKS[status], words: NUMBER_STATUSES[status] };
}

function reachedOn(at: number) {
  const day = dateFormat("en-US", { month: "short", day: "numeric" }).format(at);
  return { icon: CircleCheck, words: `Reached by a call on ${day}`, tone: "text-success" };
}
