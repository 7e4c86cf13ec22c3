import type { Call } from "../calls/call-replies.ts";
import { durationText } from "../calls/duration-text.ts";
import { useNow } from "../times/use-now.ts";

type Props = { call: Pick<Call, "live" | "started_at" | "duration_ms"> };

/** How long a call lasted, or how long it has been going on. */
export function CallLength({ call: { live, started_at, duration_ms } }: Props) {
  const now = useNow(live);
  const ms = live && started_at !== null ? Math.max(0, now - started_at) : duration_ms;
  return <span class="tabular whitespace-nowrap">{ms === null ? "none" : durationText(ms)}</span>;
}
