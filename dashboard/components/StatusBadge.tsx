import { CircleCheck, CircleDashed, Clock3, TriangleAlert } from "lucide-preact";
import type { PhoneNumber } from "../replies.ts";
import { Badge } from "./Badge.tsx";

const STATUSES = {
  connected: { icon: CircleCheck, words: "Connected", tone: "text-success" },
  pending: { icon: Clock3, words: "Connecting", tone: "text-info" },
  error: { icon: TriangleAlert, words: "Needs attention", tone: "text-error" },
  not_connected: { icon: CircleDashed, words: "Not connected", tone: "text-soft" },
} as const;

/** How a number stands, told by word and shape as well as colour. */
export function StatusBadge({ status }: { status: PhoneNumber["status"] }) {
  const { icon, words, tone } = STATUSES[status];
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}
