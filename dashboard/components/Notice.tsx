import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";

const KINDS = {
  error: { icon: CircleAlert, tone: "text-error", role: "alert" },
  warning: { icon: TriangleAlert, tone: "text-warning", role: "alert" },
  success: { icon: CircleCheck, tone: "text-success", role: "status" },
  info: { icon: Info, tone: "text-info", role: undefined },
} as const;

/** A sentence that matters now. Screen readers announce it when it appears, unless it is plain information. */
export function Notice({ kind, children }: { kind: keyof typeof KINDS; children: ComponentChildren }) {
  const { icon: Icon, tone, role } = KINDS[kind];
  return (
    <div
      role={role}
      class={`${tone} flex gap-2.5 rounded-field border border-current/30 bg-current/5 px-3.5 py-3 font-medium`}
    >
      <Icon size={19} aria-hidden="true" class="mt-0.5 shrink-0" />
      <div class="min-w-0 text-base-content">{children}</div>
    </div>
  );
}
