import { GUIDES, guideOf } from "./provider-guides.ts";

/** Why no call arrives, the likeliest cause first. */
export function LikelyCauses({ provider }: { provider: string | null }) {
  const { name, causes } = guideOf(provider) ?? GUIDES.other;
  return (
    <div>
      <h3 class="mb-2 font-semibold">{name === GUIDES.other.name ? "Likely causes" : `Likely causes with ${name}`}</h3>
      <ol class="grid list-decimal gap-2 pl-5 marker:text-soft">
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </div>
  );
}
