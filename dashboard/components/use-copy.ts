import { useState } from "preact/hooks";

/** Copies a text to the clipboard; `copied` until the text changes. A browser that forbids it leaves it to be selected. */
export function useCopy(text: string): { copied: boolean; copy: () => void } {
  const [last, setLast] = useState("");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setLast(text),
      () => setLast(""),
    );
  };
  return { copied: last === text, copy };
}
