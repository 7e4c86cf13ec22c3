import { useEffect, useRef, useState } from "preact/hooks";

const LONG = 2_000; // characters; nobody speaks that long in one breath

/** What was said; of something endless its beginning, and the rest when it is wanted. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const all = useRef<HTMLSpanElement>(null);
  // The button is gone then: the keyboard goes on from here, at the place where the reader is.
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
        Show all of it
      </button>
    </>
  );
}
