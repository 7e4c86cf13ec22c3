/** Shown when no item of a list matches the filters. `many`: what is listed, such as "calls". */
export function NoMatches({ many, onReset }: { many: string; onReset: () => void }) {
  return (
    <div class="border-t border-line px-6 py-10 text-center">
      <p class="font-medium">No {many} match these filters.</p>
      <button type="button" class="btn mt-3 h-11" onClick={onReset}>
        Clear filters
      </button>
    </div>
  );
}
