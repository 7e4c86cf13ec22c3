import { ChevronLeft, ChevronRight } from "lucide-preact";
import { useRef } from "preact/hooks";

type Props = { after: string; next: string | null; onGo: (cursor: string) => void };

/** Moves through the pages of a list. A page that was opened by its address leads back to the first page. */
export function Pager({ after, next, onGo }: Props) {
  const before = useRef<string[]>([]);
  if (!after) before.current = [];
  if (!after && !next) return null;
  return (
    <nav aria-label="Pages of the list" class="flex justify-between gap-3">
      <button
        type="button"
        class="btn border-line bg-base-100 h-11"
        disabled={!after}
        onClick={() => onGo(before.current.pop() ?? "")}
      >
        <ChevronLeft size={17} aria-hidden="true" />
        {after && before.current.length === 0 ? "First page" : "Previous"}
      </button>
      <button
        type="button"
        class="btn border-line bg-base-100 h-11"
        disabled={!next}
        onClick={() => {
          before.current.push(after);
          onGo(next ?? "");
        }}
      >
        Next <ChevronRight size={17} aria-hidden="true" />
      </button>
    </nav>
  );
}
