import { Frown, Meh, Smile } from "lucide-preact";

const MOODS: Record<string, { icon: typeof Smile; words: string; tone: string }> = {
  Positive: { icon: Smile, words: "Content", tone: "text-success" },
  Neutral: { icon: Meh, words: "Neutral", tone: "text-soft" },
  Negative: { icon: Frown, words: "Upset", tone: "text-error" },
};

/** The caller's mood, as a word and an icon. */
export function Sentiment({ sentiment }: { sentiment: string | null }) {
  const mood = MOODS[sentiment ?? ""];
  if (!mood) return <span class="text-soft">Not known</span>;
  const { icon: Icon, words, tone } = mood;
  return (
    <span class={`${tone} inline-flex items-center gap-1.5 whitespace-nowrap`}>
      <Icon size={17} aria-hidden="true" class="shrink-0" /> {words}
    </span>
  );
}
