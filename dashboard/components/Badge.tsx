import type { CircleCheck } from "lucide-preact";
import type { ComponentChildren } from "preact";

type Props = { icon?: typeof CircleCheck; tone: string; children: ComponentChildren };

/** A state in a word or two, with an icon so that color is not the only sign. */
export function Badge({ icon: Icon, tone, children }: Props) {
  return (
    <span
      class={`${tone} inline-flex h-7 items-center gap-1.5 rounded-full border border-current/35 px-2.5 text-sm font-medium whitespace-nowrap`}
    >
      {Icon && <Icon size={15} aria-hidden="true" />}
      {children}
    </span>
  );
}
