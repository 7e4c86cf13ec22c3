import type { ComponentChildren } from "preact";

export function EntranceHeading({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="mb-6">
      <h1 class="text-2xl font-semibold">{title}</h1>
      {children && <div class="mt-1.5 text-soft">{children}</div>}
    </div>
  );
}
