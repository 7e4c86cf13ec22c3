import type { ComponentChildren } from "preact";

type Props = { id: string; title: string; about: string; children: ComponentChildren };

export function Section({ id, title, about, children }: Props) {
  return (
    <section id={id} tabIndex={-1} class="panel scroll-mt-6 p-5 sm:p-7">
      <h2 class="text-lg font-semibold">{title}</h2>
      <p class="mt-0.5 mb-6 text-soft">{about}</p>
      <div class="grid gap-6">{children}</div>
    </section>
  );
}
