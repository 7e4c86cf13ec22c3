import {
  CalendarClock,
  CalendarPlus,
  CalendarX2,
  ClockAlert,
  type Inbox,
  Luggage,
  MessageSquareText,
} from "lucide-preact";
import { CATEGORY_WORDS } from "../../worker/messages/categories.ts";
import { Badge } from "../components/Badge.tsx";
import type { Category } from "./message-replies.ts";

const LOOKS: Record<Category, { icon: typeof Inbox; tone: string }> = {
  message: { icon: MessageSquareText, tone: "text-soft" },
  change_request: { icon: CalendarClock, tone: "text-info" },
  cancellation: { icon: CalendarX2, tone: "text-error" },
  late_driver: { icon: ClockAlert, tone: "text-warning" },
  lost_item: { icon: Luggage, tone: "text-accent-ink" },
  new_booking: { icon: CalendarPlus, tone: "text-success" },
};

/** What a message is about, as a word and an icon. */
export function CategoryBadge({ category }: { category: Category }) {
  const { icon, tone } = LOOKS[category];
  return (
    <Badge icon={icon} tone={tone}>
      {CATEGORY_WORDS[category]}
    </Badge>
  );
}
