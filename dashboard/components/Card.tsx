import type { ComponentChildren } from "preact";

type Props = { title: string; aside?: ComponentChildren; children: ComponentChildren };

export function Card({ title, aside, children }: Props) {
  return (
    <section class="panel p-5 sm:p-6">
      <div class="mb-3 flex items-center justify-between gap-4">
        <h2 class="text-base font-semibold">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
