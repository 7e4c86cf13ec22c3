type Props = { words: string; share: number };

/** The progress of something that takes a while; `share` is from 0 to 1. */
export function ProgressBar({ words, share }: Props) {
  const percent = Math.round(share * 100);
  return (
    <div class="grid gap-2">
      <p class="flex justify-between gap-4 font-medium">
        <span id="progress-words">{words}</span>
        <span class="tabular text-soft">{percent} %</span>
      </p>
      <progress
        aria-labelledby="progress-words"
        class="progress h-2.5 w-full progress-primary"
        value={percent}
        max={100}
      />
    </div>
  );
}
