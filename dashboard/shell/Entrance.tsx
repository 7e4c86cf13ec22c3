import type { ComponentChildren } from "preact";
import { Wordmark } from "./Mark.tsx";

/** The frame of the signed-out pages: one card and nothing else. */
export function Entrance({ children }: { children: ComponentChildren }) {
  return (
    <div class="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
      <header class="mb-7">
        <a href="/" class="flex min-h-11 items-center" aria-label="Nightdesk home">
          <Wordmark />
        </a>
      </header>
      <main class="panel w-full max-w-md p-6 sm:p-8">{children}</main>
      <footer class="mt-7 max-w-md text-center text-sm text-soft">
        Nightdesk answers your company's phone when your office cannot.
      </footer>
    </div>
  );
}
