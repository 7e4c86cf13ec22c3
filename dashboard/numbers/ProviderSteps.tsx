import { CopyText } from "../components/CopyText.tsx";
import type { Guide } from "./provider-guides.ts";

/** What to do at the provider, in the provider's own words, with texts to copy. */
export function ProviderSteps({ guide }: { guide: Guide | null }) {
  if (!guide) {
    return (
      <p class="rounded-field border border-dashed border-line p-5 text-soft">
        Choose your provider to see its steps here. If you do not know your provider, check your phone bill. You can
        also do this later.
      </p>
    );
  }
  const title = guide.name === "Another provider" ? "What your provider does" : `What to do at ${guide.name}`;
  return (
    <section aria-label={title} class="rounded-field border border-line p-5">
      <h2 class="mb-4 font-semibold">{title}</h2>
      <ol class="grid gap-4">
        {guide.steps.map(({ text, copy }, index) => (
          <li key={text} class="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
            <span
              aria-hidden="true"
              class="tabular grid size-7 place-items-center rounded-full bg-base-200 text-sm font-semibold text-accent-ink"
            >
              {index + 1}
            </span>
            <div class="grid gap-2 pt-0.5">
              <p>{text}</p>
              {copy && <CopyText label={copy.label} text={copy.text} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
