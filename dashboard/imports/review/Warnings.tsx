import { Info } from "lucide-preact";
import { Card } from "../../components/Card.tsx";
import type { Import } from "../list-replies.ts";

/** Things that are imported but worth knowing. */
export function Warnings({ warnings }: Pick<Import, "warnings">) {
  if (warnings.length === 0) return null;
  return (
    <Card title="Good to know">
      <ul class="grid gap-2.5">
        {warnings.map(({ code, message }) => (
          <li key={code + message} class="flex gap-2.5">
            <Info size={18} aria-hidden="true" class="mt-0.5 shrink-0 text-info" />
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
