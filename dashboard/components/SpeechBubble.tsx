import type { ComponentChildren } from "preact";

/** Words as the agent speaks them. */
export function SpeechBubble({ children }: { children: ComponentChildren }) {
  return <p class="rounded-xl rounded-tl-sm bg-base-200 px-3.5 py-2.5">{children}</p>;
}
