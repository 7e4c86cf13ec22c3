import { useState } from "preact/hooks";

const LONG = 2_000; // characters; nobody speaks that long in one breath

/** What was said; of something endless its beginning, and the rest when it is wanted. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= LONG) return <>{text}</>;
  return (
    <>
      {text.slice(0, LONG)}…{" "}
      <button type="button" class="link min-h-11 font-medium" onClick={() => setWhole(true)}>
        Show all of it
      </button>
    </>
  );
}
