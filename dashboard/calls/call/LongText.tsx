import { useEffect, useRef, useState } from "preact/hooks";

const LONG = 2_000; // characters; longer than anybody speaks in one turn

/** A text; a very long one is cut until the reader asks for the rest. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const all = useRef<HTMLSpanElement>(null);
  // The button is gone then, so the text takes the focus.
  useEffect(() => {
    if (whole) all.current?.focus({ preventScroll: true });
  }, [whole]);
  if (text.length <= LONG) return <>{text}</>;
  if (whole) {
    return (
      <span ref={all} tabIndex={-1}>
        {text}
      </span>
    );
  }
  return (
    <>
      {text.slice(0, LONG)}…{" "}
      <button type="button" class="link min-h-11 font-medium" onClick={() => setWhole(true)}>
        Show all
      </button>
    </>
  );
}
