import { useEffect, useState } from "preact/hooks";

const WIDE = matchMedia("(min-width: 64rem)"); // Tailwind's lg

/** Whether there is room for a table. Only the table or the cards are drawn: drawing both would take twice as long. */
export function useWide(): boolean {
  const [wide, setWide] = useState(WIDE.matches);
  useEffect(() => {
    const follow = () => setWide(WIDE.matches);
    WIDE.addEventListener("change", follow);
    return () => WIDE.removeEventListener("change", follow);
  }, []);
  return wide;
}
