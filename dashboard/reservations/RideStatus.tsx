import { Badge } from "../components/Badge.tsx";
import type { Reservation, Status } from "../imports/list-replies.ts";
import { STATUS_WORDS } from "./status-words.ts";

const TONES: Partial<Record<Status, string>> = {
  cancelled: "text-error",
  no_show: "text-error",
  completed: "text-soft",
  pending: "text-warning",
  en_route: "text-info",
  on_location: "text-info",
  in_car: "text-info",
};

export function RideStatus({ item }: { item: Pick<Reservation, "status"> }) {
  return <Badge tone={TONES[item.status] ?? "text-success"}>{STATUS_WORDS[item.status]}</Badge>;
}
