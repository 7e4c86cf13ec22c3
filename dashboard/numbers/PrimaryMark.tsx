import { Star } from "lucide-preact";
import { Badge } from "../components/Badge.tsx";

export function PrimaryMark() {
  return (
    <Badge icon={Star} tone="text-accent-ink">
      Primary
    </Badge>
  );
}
